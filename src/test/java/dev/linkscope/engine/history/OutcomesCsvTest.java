package dev.linkscope.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.report.SlotsCsv;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesCsvTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.250Z");

    private static TimedOutcome outcome(
            ProbeKind kind,
            SlotState state,
            Phase phase,
            String named,
            Map<String, String> details) {
        return new TimedOutcome(
                AT,
                Duration.ofMillis(1234),
                new Outcome(
                        1,
                        "target",
                        kind,
                        77,
                        0,
                        1234,
                        state,
                        phase,
                        named,
                        Timings.ofTotal(1_234_000),
                        details));
    }

    private static String[] lines(TimedOutcome... outcomes) {
        return OutcomesCsv.of("Prusa-07", List.of(outcomes)).split("\r\n", -1);
    }

    @Test
    void theFirstColumnsAreThoseOfTheSlotsOfAReport() {
        assertThat(OutcomesCsv.COLUMNS)
                .startsWith(SlotsCsv.COLUMNS.subList(0, 7).toArray(String[]::new));
        assertThat(lines()[0]).isEqualTo(String.join(",", OutcomesCsv.COLUMNS));
    }

    @Test
    void anAttemptIsALine() {
        String[] lines =
                lines(
                        outcome(
                                ProbeKind.SERVER_HTTP,
                                SlotState.FAILED,
                                Phase.CONNECT,
                                "timeout",
                                Map.of("family", "4", "address", "203.0.113.20")),
                        outcome(
                                ProbeKind.GATEWAY,
                                SlotState.NOT_MEASURED,
                                null,
                                "skipped",
                                Map.of()));
        assertThat(lines[1])
                .isEqualTo(
                        "Prusa-07,server,2026-11-22T10:00:00.250Z,failed,connect,timeout,,"
                                + "server.http,target,77,1.234,\"address=203.0.113.20; family=4\"");
        assertThat(lines[2])
                .isEqualTo(
                        "Prusa-07,,2026-11-22T10:00:00.250Z,not_measured,,,skipped,gateway,"
                                + "target,77,1.234,");
        assertThat(lines).hasSize(4);
    }

    @Test
    void nothingIsTakenForAFormulaAndNoLineIsBroken() {
        String[] lines =
                OutcomesCsv.of(
                                "=1+1",
                                List.of(
                                        outcome(
                                                ProbeKind.SERVER_HTTP,
                                                SlotState.FAILED,
                                                Phase.CONNECT,
                                                "@cmd\r\nevil",
                                                Map.of("=x", "1,\"2\"\n3"))))
                        .split("\r\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[1])
                .startsWith("'=1+1,")
                .contains(",'@cmd evil,")
                .endsWith("\"'=x=1,\"\"2\"\" 3\"");
    }
}
