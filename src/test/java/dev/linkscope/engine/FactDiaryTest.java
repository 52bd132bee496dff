package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FactDiaryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final PrinterId printer = PrinterId.random();
    private final OutcomeStore store = SqliteHistory.inMemory(InstantSource.fixed(NOON));
    private final FactDiary diary = new FactDiary(printer, store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aValueThatStaysIsToldOnceAnHour() {
        Fact signal = Fact.known("wifi.signal", "-60", "dBm");
        Fact system = Fact.known("os.name", "Raspberry Pi OS", null);
        diary.read(signal, NOON);
        diary.read(system, NOON);
        for (int second = 5; second <= 3 * 3_600; second += 5) {
            diary.holds(List.of(signal, system), NOON.plusSeconds(second));
        }
        store.flush();
        assertThat(store.readings(printer, Set.of(), NOON, NOON.plus(Duration.ofDays(1))))
                .extracting(FactReading::at)
                .containsExactly(NOON, NOON.plusSeconds(3_605), NOON.plusSeconds(2 * 3_600 + 5));
    }
}
