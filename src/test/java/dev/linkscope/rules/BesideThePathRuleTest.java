package dev.linkscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.Beside;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BesideThePathRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Messages MESSAGES = Messages.in(Locale.US, ZoneOffset.UTC);
    private static final ProbeTally PATH_WORKS = tally(ProbeKind.SERVER_HTTP, 0, null, null);

    private static ProbeTally tally(
            ProbeKind kind, int failedInARow, @Nullable Phase phase, @Nullable String failing) {
        var last =
                new Outcome(
                        9,
                        kind.wireName(),
                        kind,
                        8,
                        1000,
                        1010,
                        failing == null ? SlotState.OK : SlotState.FAILED,
                        phase,
                        failing,
                        Timings.ofTotal(10_000),
                        Map.of());
        return new ProbeTally(
                kind.wireName(),
                kind,
                20,
                failedInARow,
                failedInARow,
                Map.of(),
                last,
                NOW,
                Beside.NOTHING);
    }

    private static List<Finding> findings(ProbeTally... probes) {
        Trace nothing = new Trace(List.of());
        var pane = PaneCase.of("server", PaneJudge.judge(nothing, Thresholds.DEFAULT), nothing);
        var printer =
                new PrinterCase(
                        pane,
                        null,
                        List.of(probes),
                        Map.of(),
                        new FactSheet(List.of()),
                        List.of(),
                        List.of(),
                        null,
                        List.of());
        return RuleCatalog.findings(printer).stream().filter(Finding::supported).toList();
    }

    @Test
    void aPluginThatWasThrownOutIsNoHealthyPrinter() {
        Finding finding =
                findings(PATH_WORKS, tally(ProbeKind.PLUGIN_LINK, 2, Phase.UPGRADE, "kicked"))
                        .getFirst();
        assertThat(finding.rule()).isEqualTo("plugin.link.kicked");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.evidence()).hasSize(2);
    }

    @Test
    void aMissingConnectionAlonePointsTo() {
        Finding finding =
                findings(
                                PATH_WORKS,
                                tally(ProbeKind.PLUGIN_LINK, 3, Phase.UPGRADE, "not_connected"))
                        .getFirst();
        assertThat(finding.confidence()).isEqualTo(Confidence.POINTS_TO);
    }

    @Test
    void oneLookIsTooFew() {
        assertThat(
                        findings(
                                PATH_WORKS,
                                tally(ProbeKind.PLUGIN_LINK, 1, Phase.UPGRADE, "not_connected")))
                .isEmpty();
    }

    @Test
    void whileThePathFailsNothingIsSaidOfWhatLiesBehindIt() {
        ProbeTally broken = tally(ProbeKind.SERVER_HTTP, 4, Phase.DNS, "timeout");
        assertThat(findings(broken, tally(ProbeKind.SERVER_WS, 4, Phase.UPGRADE, "timeout")))
                .isEmpty();
        assertThat(findings(PATH_WORKS, tally(ProbeKind.SERVER_WS, 4, Phase.DNS, "timeout")))
                .isEmpty();
        assertThat(findings(tally(ProbeKind.SERVER_WS, 4, Phase.UPGRADE, "timeout"))).isEmpty();
    }

    @Test
    void aClassOfALaterAgentStillHasWords() {
        Finding finding =
                findings(PATH_WORKS, tally(ProbeKind.SERVER_WS, 4, Phase.UPGRADE, "ws_later"))
                        .getFirst();
        assertThat(finding.title().key()).isEqualTo("finding.server.ws");
    }

    @Test
    void everyKnownClassHasASentenceAndANextStep() {
        Set.of("plugin.link", "server.ws")
                .forEach(name -> {
                    Set<String> known =
                            name.equals("server.ws")
                                    ? KnownFailures.WEBSOCKET
                                    : KnownFailures.PLUGIN_LINK;
                    ProbeKind kind = ProbeKind.ofWireName(name).orElseThrow();
                    for (String failing : known) {
                        Finding finding =
                                findings(PATH_WORKS, tally(kind, 2, Phase.UPGRADE, failing))
                                        .getFirst();
                        assertThat(finding.title().key()).endsWith("." + failing);
                        assertThat(MESSAGES.render(finding.title())).isNotBlank();
                        assertThat(MESSAGES.render(finding.nextTest())).isNotBlank();
                        finding.evidence()
                                .forEach(one ->
                                        assertThat(MESSAGES.render(one.text())).isNotBlank());
                    }
                });
    }
}
