package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.PrinterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepeatedReadingTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final List<PrinterId> read = new ArrayList<>();
    private final RepeatedReading repeats = new RepeatedReading(read::add);

    @Test
    void readsOnceAMinuteAndNoLongerThanWanted() {
        PrinterId printer = PrinterId.random();
        for (int second = 0; second <= 150; second++) {
            repeats.tick(Set.of(printer), START.plusSeconds(second));
        }
        assertThat(read).containsExactly(printer, printer);
        repeats.tick(Set.of(), START.plusSeconds(300));
        repeats.tick(Set.of(printer), START.plusSeconds(301));
        assertThat(read).as("a new wish begins anew").hasSize(2);
    }
}
