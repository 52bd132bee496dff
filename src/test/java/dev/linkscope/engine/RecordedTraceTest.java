package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import dev.linkscope.engine.port.OutcomeStore.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordedTraceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);

    /** A run whose slot 0 is due at noon: 1 ok, 0 failed, . not reported. */
    private static RecordedRun run(String id, String boot, int first, String row) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            int slot = first + i;
            switch (row.charAt(i)) {
                case '1' -> outcomes.add(Outcomes.ok("server", slot, slot * 10_000L, 40));
                case '0' -> outcomes.add(Outcomes.failed("server", slot, slot * 10_000L, 10_000));
                default -> {}
            }
        }
        return new RecordedRun(
                new Run(id, boot, "process", "1", NOON),
                new AgentFrame.Schedule("server", ProbeKind.SERVER_HTTP, 0, CADENCE),
                List.of(new ClockReading(0, NOON)),
                outcomes);
    }

    private static String states(Trace trace) {
        return trace.slots()
                .map(slot -> !slot.measured() ? "." : slot.failed() ? "0" : "1")
                .collect(Collectors.joining());
    }

    @Test
    void nothingMakesAnEmptyTrace() {
        assertThat(RecordedTrace.of(List.of())).isEqualTo(Trace.EMPTY);
    }

    @Test
    void holesWithinAndBetweenRunsAreNotMeasured() {
        Trace trace =
                RecordedTrace.of(
                        List.of(
                                run("a", "boot", 0, "110.1"),
                                run("b", "boot", 8, "11"),
                                run("c", "other", 12, "01")));
        assertThat(states(trace)).isEqualTo("110.1...11..01");
        assertThat(trace.slots().filter(slot -> !slot.measured()).map(Slot::reason))
                .containsExactly(
                        NotMeasured.AGENT_LOST,
                        NotMeasured.NOT_ASKED,
                        NotMeasured.NOT_ASKED,
                        NotMeasured.NOT_ASKED,
                        NotMeasured.PI_OFF,
                        NotMeasured.PI_OFF);
        assertThat(trace.slots().findFirst().orElseThrow().scheduled()).isEqualTo(NOON);
    }

    @Test
    void whatOverlapsAtTheEndWaitsForItsOrder() {
        assertThat(states(RecordedTrace.of(List.of(run("a", "boot", 0, "11.1"))))).isEqualTo("11");
        assertThat(states(RecordedTrace.of(List.of(run("a", "boot", 0, "11.1111")))))
                .isEqualTo("11.1111");
    }
}
