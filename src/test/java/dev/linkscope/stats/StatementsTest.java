package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementsTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Thresholds LIMITS = Thresholds.DEFAULT;

    private static List<String> say(String row) {
        return say(row, PaneSubject.SERVER);
    }

    private static List<String> say(String row, PaneSubject subject) {
        Trace trace = Traces.of(row);
        return PaneStatements.of(subject, PaneJudge.judge(trace, LIMITS), trace, LIMITS).stream()
                .map(ENGLISH::render)
                // Java 20 and later put a narrow no-break space before AM and PM.
                .map(text -> text.replace('\u202f', ' '))
                .toList();
    }

    @Test
    void quietPanesSaySoAndNoMore() {
        assertThat(say("1".repeat(720)))
                .containsExactly("No failure in 720 attempts to reach the server.");
        assertThat(say("1".repeat(720), PaneSubject.WEBCAM))
                .containsExactly("No failure in 720 attempts to fetch a picture from the camera.");
        assertThat(say("1".repeat(20)))
                .containsExactly(
                        "No failure in 20 attempts to reach the server so far; after 59 it can be"
                                + " called healthy.");
    }

    @Test
    void tooLittleIsSaidToBeTooLittle() {
        assertThat(say("11011")).containsExactly("Too few attempts yet to judge (5 of 8).");
    }

    @Test
    void nothingGotThrough() {
        assertThat(say("0".repeat(31)))
                .containsExactly(
                        "Nothing got through: all 31 attempts to reach the server failed.",
                        "All 31 failures happened while connecting to the server.");
        assertThat(say("0".repeat(31), PaneSubject.WEBCAM).getFirst())
                .isEqualTo("No picture came: all 31 attempts to fetch one from the camera failed.");
    }

    @Test
    void burstsAreToldWithTheirOutages() {
        String row =
                "1".repeat(200)
                        + "0".repeat(12)
                        + "1".repeat(150)
                        + "0".repeat(29)
                        + "1".repeat(250)
                        + "0"
                        + "1".repeat(200);
        assertThat(say(row))
                .containsExactly(
                        "42 of 842 attempts to reach the server failed: 5.0% (likely between 1.3%"
                                + " and 17.0%).",
                        "Failures come in bursts: 41 of 42 failures fell into 2 outages of 2 min to"
                                + " 5 min (00:33:20, 01:00:20); chance alone: p < 0.001.",
                        "The last failure was 34 min before the end; too few failures to tell"
                                + " whether it is over.",
                        "All 42 failures happened while connecting to the server.");
    }

    @Test
    void blindSpotsLeadTheSentence() {
        assertThat(say("1".repeat(80) + "P".repeat(20)).getFirst())
                .isEqualTo(
                        "For 3 min of 17 min nothing could be measured: the Raspberry Pi was off or"
                                + " restarting for 3 min.");
        assertThat(say("1".repeat(80) + ".".repeat(20)).getFirst()).startsWith("No failure");
    }

    @Test
    void aRhythmIsToldWithItsPeriod() {
        assertThat(say(Simulated.periodic(1_080, 120, 4, 0, new SplitMix(1))))
                .anySatisfy(text ->
                        assertThat(text)
                                .isEqualTo(
                                        "Failures come in bursts, about every 20 min (chance alone: p <"
                                                + " 0.001)."));
    }

    @Test
    void scatterIsNeverCalledProvenChance() {
        List<String> said = say(Simulated.independent(720, 0.06, new SplitMix(3)));
        assertThat(said)
                .contains("The failures are scattered: neither bursts nor a rhythm stand out.")
                .noneMatch(text -> text.contains("random"));
    }

    @Test
    void fewFailuresAreTooFewToTell() {
        assertThat(say("1".repeat(100) + "0" + "1".repeat(40)))
                .contains(
                        "One failure is too few to tell bursts from chance.",
                        "The failure happened while connecting to the server.")
                .anyMatch(text -> text.startsWith("1 of 141 attempts"));
        assertThat(say("1".repeat(100) + "00" + "1".repeat(40)))
                .anyMatch(text -> text.endsWith("some came one right after another."));
    }

    @Test
    void whatFailsNowIsSaidToFailNow() {
        assertThat(say("1".repeat(30) + "0"))
                .contains("It is failing at the end: the last attempt failed.");
        assertThat(say(("1".repeat(40) + "0").repeat(12) + "1111"))
                .anySatisfy(text ->
                        assertThat(text)
                                .isEqualTo(
                                        "The last failure was 50 s before the end; it is probably still"
                                                + " going on."));
        assertThat(say(("1".repeat(40) + "0").repeat(12) + "1".repeat(900)))
                .anyMatch(text -> text.endsWith("it seems to be over."));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyPhaseHasWords(Phase phase) {
        for (PaneSubject subject : PaneSubject.values()) {
            assertThat(ENGLISH.has("phase." + phase.wireName() + "." + subject.wireName()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(value = NotMeasured.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT_ASKED")
    void everyReasonForLostTimeHasWords(NotMeasured reason) {
        assertThat(ENGLISH.has("pane.blind." + reason.wireName())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = PatternKind.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyPatternHasWords(PatternKind kind) {
        assertThat(ENGLISH.has("pattern." + kind.name().toLowerCase(Locale.ROOT))).isTrue();
    }

    @Test
    void changesAreToldWithoutPercentages() {
        String before = ("1".repeat(50) + "0").repeat(14) + "1".repeat(6);
        assertThat(fix(before, "1".repeat(66)))
                .isEqualTo(
                        "No drop-out for 11 min; before, there was about one every 9 min. If it"
                                + " stays quiet for 31 min more, that is unlikely to be luck.");
        assertThat(fix(before, "1".repeat(300)))
                .isEqualTo(
                        "Better since the change: no drop-out for 50 min; before, there was about"
                                + " one every 9 min.");
        assertThat(fix(before, "10".repeat(8)))
                .isEqualTo(
                        "Not fixed: 8 drop-outs since the change; before, there was about one every"
                                + " 9 min.");
        assertThat(fix(before, "1".repeat(20) + "0"))
                .startsWith(
                        "It is failing again; before, there was about one drop-out every 9 min.");
        assertThat(fix("0".repeat(50), "1".repeat(60))).startsWith("It works again");
        assertThat(fix("0".repeat(50), "1".repeat(30)))
                .isEqualTo(
                        "Nothing got through before. If it works for 5 min more, it can be called"
                                + " working again.");
        assertThat(fix("0".repeat(50), "0".repeat(30))).startsWith("Not fixed");
        assertThat(fix("1".repeat(50), "1")).startsWith("There was no failure");
        assertThat(fix("1".repeat(50) + "0", "1")).contains("43 min more before you change");
        assertThat(FixReason.values()).hasSize(7);
        assertThat(ENGLISH.render(FixStatements.announcement(Duration.ofMinutes(42))))
                .startsWith("After the change, watch for 42 min.");
    }

    private static String fix(String before, String after) {
        Trace first = Traces.of(before);
        Trace second = Traces.of(after);
        Statement said =
                FixStatements.of(FixVerification.compare(first, second, LIMITS), first, second);
        return ENGLISH.render(said);
    }

    @Test
    void farmsAreToldWhatTheyShare() {
        SharedOutage outage =
                new SharedOutage(
                        Traces.START,
                        Traces.START.plusSeconds(300),
                        List.of("a", "b", "c"),
                        5,
                        1e-9,
                        "state");
        FarmFigures figures = new FarmFigures(List.of(outage), List.of(), 1e-4, true);
        assertThat(FarmStatements.of(figures).stream().map(ENGLISH::render))
                .first()
                .asString()
                .startsWith("3 of 5 printers lost the server at the same time, at ")
                .endsWith(" for 5 min: more than chance explains.");
        assertThat(FarmStatements.of(figures)).hasSize(2).allMatch(s -> ENGLISH.has(s.key()));
    }
}
