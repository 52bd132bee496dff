package dev.linkscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MostFrequentFailureRuleTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    /** Slots as {@code phase.class}, or an empty text for one that was ok. */
    private static List<Finding> findings(String pane, String... slots) {
        var list = new ArrayList<Slot>();
        for (String slot : slots) {
            Instant due = START.plus(CADENCE.multipliedBy(list.size()));
            list.add(slot.isEmpty() ? Slot.ok(due, 20_000) : failed(due, slot));
        }
        var trace = new Trace(List.of(new Segment(CADENCE, list)));
        var judged = PaneCase.of(pane, PaneJudge.judge(trace, Thresholds.DEFAULT), trace);
        return new MostFrequentFailureRule().judge(judged).stream().toList();
    }

    private static Slot failed(Instant due, String failure) {
        String[] parts = failure.split("\\.");
        Phase phase = Phase.ofWireName(parts[0]).orElseThrow();
        return new Slot(due, due, SlotState.FAILED, phase, parts[1], null, -1);
    }

    private static String[] times(int times, String slot) {
        return Stream.generate(() -> slot).limit(times).toArray(String[]::new);
    }

    @Test
    void saysNothingWithoutAFailure() {
        assertThat(findings("server", times(20, ""))).isEmpty();
    }

    @Test
    void namesTheFailureThatMostShare() {
        Finding finding =
                findings(
                                "server",
                                "",
                                "",
                                "dns.timeout",
                                "dns.timeout",
                                "connect.refused",
                                "",
                                "",
                                "")
                        .getFirst();
        assertThat(finding.rule()).isEqualTo("server.dns.timeout");
        assertThat(finding.evidence().getFirst().value()).isEqualTo(2 / 3.0);
        assertThat(finding.confidence()).isEqualTo(Confidence.POSSIBLE);
    }

    @Test
    void saysNothingWhereNoFailureSpeaksForTheOthers() {
        assertThat(findings("server", "dns.timeout", "connect.refused", "tls.timeout")).isEmpty();
    }

    @Test
    void isSureOnlyOfWhatTheOtherSideSaidItself() {
        Finding refused = findings("webcam", times(10, "connect.refused")).getFirst();
        assertThat(refused.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(refused.severity()).isEqualTo(Severity.CRITICAL);
        Finding late = findings("webcam", times(10, "connect.timeout")).getFirst();
        assertThat(late.confidence()).isEqualTo(Confidence.POSSIBLE);
        Finding seldom = findings("webcam", "connect.refused", "", "").getFirst();
        assertThat(seldom.confidence()).isEqualTo(Confidence.POSSIBLE);
    }

    @Test
    void aFewFailuresOfAHealthyPaneAreForInformation() {
        String[] slots = times(100, "");
        slots[50] = "connect.timeout";
        assertThat(findings("server", slots).getFirst().severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aFailureWithoutWordsIsNamedByItsPhase() {
        Finding unknown = findings("server", times(9, "connect.something_new")).getFirst();
        assertThat(unknown.title().key()).isEqualTo("finding.server.connect");
    }

    static Stream<String> knownFailures() {
        return Stream.concat(
                KnownFailures.SERVER.stream().map(failure -> "server." + failure),
                KnownFailures.WEBCAM.stream().map(failure -> "webcam." + failure));
    }

    @ParameterizedTest
    @MethodSource("knownFailures")
    void everyKnownFailureHasASentenceAndANextStep(String failure) {
        int dot = failure.indexOf('.');
        Finding finding =
                findings(failure.substring(0, dot), times(9, failure.substring(dot + 1)))
                        .getFirst();
        assertThat(finding.title().key()).isEqualTo("finding." + failure);
        assertThat(MESSAGES.render(finding.title())).endsWith(".");
        assertThat(MESSAGES.render(finding.nextTest())).isNotBlank();
        assertThat(MESSAGES.render(finding.evidence().getFirst().text())).contains("9 of 9");
    }

    @ParameterizedTest
    @EnumSource
    void everyPhaseHasASentenceAndANextStep(Phase phase) {
        for (String pane : List.of("server", "webcam")) {
            String key = "finding." + pane + "." + phase.wireName();
            assertThat(MESSAGES.has(key)).as(key).isTrue();
            assertThat(MESSAGES.has(key + ".next")).as(key + ".next").isTrue();
        }
    }

    @Test
    void whatIsCertainIsKnown() {
        assertThat(KnownFailures.CERTAIN)
                .allMatch(failure ->
                        KnownFailures.SERVER.contains(failure)
                                || KnownFailures.WEBCAM.contains(failure));
    }
}
