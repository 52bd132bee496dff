package dev.linkscope.ui.printer.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeRowsTest {
    private static OutcomeRow row(ProbeKind kind, Phase phase, String named, String detail) {
        var outcome =
                new Outcome(
                        1,
                        "t",
                        kind,
                        7,
                        0,
                        15,
                        named == null ? SlotState.OK : SlotState.FAILED,
                        phase,
                        named,
                        Timings.ofTotal(15_000),
                        Map.of("address", detail));
        var timed = new TimedOutcome(FakeSnapshots.NOW, Duration.ofMillis(15), outcome);
        return new OutcomeRows(TabFixture.WORDING, FakeSnapshots.NOW).of(List.of(timed)).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_HTTP, CONNECT, timeout, The server did not take the connection in time.",
        "WEBCAM_SNAPSHOT, CONNECT, refused, Nothing listens at the snapshot address.",
        "GATEWAY, CONNECT, timeout, No answer in time.",
        "DNS, DNS, servfail, The name server could not answer.",
        "DNS, DNS, something_new, something_new"
    })
    void howItFailedIsInWords(ProbeKind kind, Phase phase, String named, String words) {
        assertThat(row(kind, phase, named, "a").words()).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void eachProbeHasAName(ProbeKind kind) {
        assertThat(row(kind, null, null, "a").probe()).isNotBlank().doesNotContain(".");
    }

    @Test
    void copiedRowsAreLinesWithTabsThatNoSpreadsheetCalculates() {
        OutcomeRow row = row(ProbeKind.SERVER_HTTP, Phase.CONNECT, "=1+1\tx\n", "1\t2\n3");
        String[] cells = OutcomeRows.copied(List.of(row, row)).split("\n");
        assertThat(cells).hasSize(2);
        assertThat(cells[0].split("\t"))
                .hasSize(7)
                .startsWith("2026-11-22T10:02:24Z", "Server", "failed")
                .contains("'=1+1 x");
    }

    @Test
    void wordsAreFoundWhereverTheyStand() {
        var rows =
                List.of(
                        row(ProbeKind.SERVER_HTTP, Phase.CONNECT, "timeout", "203.0.113.20"),
                        row(ProbeKind.GATEWAY, null, null, "192.168.1.1"));
        assertThat(new OutcomeFilter(null, null, " TIMEOUT  203.0 ").of(rows))
                .containsExactly(rows.getFirst());
        assertThat(new OutcomeFilter(null, SlotState.OK, "").of(rows))
                .containsExactly(rows.getLast());
        assertThat(new OutcomeFilter(null, SlotState.OK, "timeout").of(rows)).isEmpty();
    }
}
