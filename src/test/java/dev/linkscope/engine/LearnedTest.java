package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.engine.port.PrinterApi;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedTest {
    private final Learned learned = new Learned();

    private static PastRecord log(String name) {
        return new PastRecord(name, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), List.of());
    }

    private static PrinterApi.Reading reading(Fact fact, List<PastRecord> past) {
        return new PrinterApi.Reading(List.of(fact), List.of(), null, past);
    }

    @Test
    void aReadingThatFailsTakesTheLogsNotAway() {
        learned.logs(List.of(log("over SSH")));
        learned.reading(
                reading(
                        Fact.known("octoprint.version", "1.11.8", null),
                        List.of(log("octoprint.log"))));
        assertThat(learned.edition().past()).containsExactly(log("octoprint.log"));

        Fact failed = Fact.notChecked("octoprint.read", "unreachable");
        learned.reading(reading(failed, List.of()));
        assertThat(learned.edition().past()).containsExactly(log("octoprint.log"));
        assertThat(learned.edition().facts()).containsExactly(failed);

        learned.reading(reading(failed, List.of(log("octoprint.log.1"))));
        assertThat(learned.edition().past()).containsExactly(log("octoprint.log.1"));
    }
}
