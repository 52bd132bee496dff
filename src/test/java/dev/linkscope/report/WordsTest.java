package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Activity;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures, times and statements in words. */
class WordsTest {
    private final Messages english = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private final PaneWords words = new PaneWords(english);

    @ParameterizedTest
    @EnumSource(PaneState.class)
    void everyStateHasAWord(PaneState state) {
        assertThat(words.state(state)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyPhaseHasWords(Phase phase) {
        assertThat(words.phase(phase)).isNotBlank().isNotEqualTo(words.phase(null));
    }

    @ParameterizedTest
    @EnumSource(PatternKind.class)
    void everyPatternHasWords(PatternKind kind) {
        var pattern = new Pattern(kind, 0.0004, 0.02, null, 240.0, null, null);

        assertThat(words.pattern(pattern)).endsWith(", about every 4 min");
    }

    @Test
    void onlyAJudgedPatternNamesItsChance() {
        assertThat(
                        words.pattern(
                                new Pattern(
                                        PatternKind.BURSTS, .0004, null, null, null, null, null)))
                .isEqualTo("in bursts (chance alone: p < 0.001)");
        assertThat(
                        words.pattern(
                                new Pattern(
                                        PatternKind.WORSENING, .004, null, null, null, 3., null)))
                .isEqualTo("getting worse (chance alone: p = 0.004)");
        assertThat(
                        words.pattern(
                                new Pattern(
                                        PatternKind.SCATTERED, .4, null, null, null, null, null)))
                .isEqualTo("scattered, no order found");
    }

    @ParameterizedTest
    @CsvSource({"0,0.0%", "0.00001,<0.1%", "0.2431,24.3%", "1,100.0%"})
    void percentages(double share, String expected) {
        assertThat(words.percent(share)).isEqualTo(expected);
    }

    @Test
    void figuresInWords() {
        Trace trace = SampleTraces.of("1110001110111111" + "1".repeat(84));
        PaneFigures figures = SampleFigures.of(trace, PaneState.WATCH, PatternKind.TOO_FEW);

        assertThat(words.attempts(figures)).isEqualTo("4 of 100 failed");
        assertThat(words.rate(figures)).isEqualTo("4.0% (likely 2.8% to 6.0%)");
        assertThat(words.timeDown(figures, trace)).isEqualTo("40 s (4.0%)");
        assertThat(words.outages(figures)).isEqualTo("1 outage of 30 s; 1 single failure");
        assertThat(words.cadence(trace)).isEqualTo("10 s");
        assertThat(words.cadence(ReportSchemaTest.twoCadences())).isEqualTo("2.5 s, 10 s");
    }

    @Test
    void noDataIsNotNothing() {
        PaneFigures figures = SampleFigures.of(Trace.EMPTY, PaneState.NO_DATA, PatternKind.NONE);

        assertThat(words.rate(figures)).isEqualTo("not known");
        assertThat(words.timeDown(figures, Trace.EMPTY)).isEqualTo("not known");
    }

    @Test
    void numbersFollowTheLanguage() {
        var german = new PaneWords(Messages.in(Locale.GERMAN, ZoneOffset.UTC));

        assertThat(german.percent(0.2431)).startsWith("24,3");
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,UTC,08:02",
        "Europe/Berlin,UTC+1,09:02",
        "Asia/Kolkata,UTC+5:30,13:32",
        "America/St_Johns,UTC−3:30,04:32",
    })
    void timesNameTheirZone(String zone, String offset, String clock) {
        Instant time = Instant.parse("2026-11-22T08:02:41Z");
        var times = new Times(Locale.ENGLISH, ZoneId.of(zone));

        assertThat(times.offset(time)).isEqualTo(offset);
        assertThat(times.minutes(time)).isEqualTo(clock);
    }

    @Test
    void aSpanNamesItsDays() {
        var times = new Times(Locale.ENGLISH, ZoneOffset.UTC);
        Instant from = Instant.parse("2026-11-22T08:02:41Z");

        assertThat(times.span(from, from.plusSeconds(7200))).isEqualTo("Nov 22, 08:02–10:02");
        assertThat(times.span(from, from.plus(Duration.ofDays(2))))
                .isEqualTo("Nov 22, 08:02–Nov 24, 08:02");
        assertThat(times.end(from, from.plusSeconds(60))).isEqualTo("08:03:41");
    }

    @Test
    void aSentenceThatCannotBeSaidIsNamed() {
        var wording = new Wording(english);

        assertThat(wording.of(Statement.of("no.such.key", 3))).isEqualTo("no.such.key [3]");
        assertThat(wording.of(Statement.of("no.such.key"))).isEqualTo("no.such.key");
        assertThat(wording.of(Statement.of("report.p", "text"))).isEqualTo("report.p [text]");
        assertThat(wording.of(Statement.of("report.as_written", Statement.of("no.such.key"))))
                .isEqualTo("no.such.key");
    }

    @Test
    void textsWithQuotesAndBracesComeOutAsTheyAre() {
        String odd = "it's {0} of ''{'";

        assertThat(new Wording(english).of(Wording.asWritten(odd))).isEqualTo(odd);
    }

    @Test
    void theChatSummaryHasAtMostTenLines() {
        var chat = new ChatSummary(english);
        PrinterReport ill = SampleReports.ill("a", "Prusa-07");

        List<String> lines = chat.lines(ill, "LS-7QK4-22N", true);

        assertThat(lines)
                .hasSizeLessThanOrEqualTo(ChatSummary.MAX_LINES)
                .first()
                .isEqualTo(
                        "SIMULATED DATA. Linkscope report LS-7QK4-22N: Prusa-07,"
                                + " 2026-11-22 07:02-09:02 UTC, server app.obico.io");
        assertThat(lines).contains("Points to: Weak Wi-Fi");
        assertThat(chat.lines(SampleReports.unreachable("a", "Ender"), "LS", false))
                .containsExactly(
                        "Linkscope report LS: Ender, nothing measured",
                        "Connection to the Pi: ender.local does not answer.");
    }

    @Test
    void theChatSummarySaysWhatSupportAsksFor() {
        var chat = new ChatSummary(english);
        PrinterReport printer =
                SampleDetails.troubled(SampleFixes.PRINTER.toString(), "Prusa-07", 720)
                        .withFixes(List.of(SampleFixes.weakWifi()));
        var origin =
                new ChatSummary.Origin(
                        "LS-7QK4-22N", "1.0.0", false, SampleDetails.scope("Moved “it”…\nAgain."));

        List<String> lines = chat.lines(printer, origin);

        assertThat(lines).hasSizeBetween(9, ChatSummary.MAX_LINES);
        assertThat(lines).allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c < 0x7f));
        assertThat(String.join("\n", lines))
                .contains("Obico printer 4242 at app.obico.io")
                .contains("OctoPi 1.1.0, OctoPrint 1.11.8, Obico 2.6.1, Linkscope 1.0.0, agent")
                .contains("Breaks at: Router (29 of 31), Obico plugin")
                .contains(
                        "Obico plugin. Obico's own connection: down. Obico counted 9 of 240 failed")
                .contains("signal -81 dBm, no under-voltage since start")
                .contains("Tried: sample_same_room -> Was better, and the fault came back")
                .endsWith("User's note: Moved \"it\"... Again.");
    }

    @Test
    void namesStayInTheChatInTheirOwnLetters() {
        assertThat(PlainText.of("Принтер №7 «Жук» 🖨️ — 客厅 ≤ 5\u202f%…"))
                .isEqualTo("Принтер No7 \"Жук\" - 客厅 5 %...");
        assertThat(PlainText.of("a\u0000b\u202Ec\uD800d")).isEqualTo("abcd");
    }

    @ParameterizedTest
    @EnumSource(Activity.class)
    void everyActivityHasWords(Activity activity) {
        String name = activity.name().toLowerCase(Locale.ROOT);

        assertThat(english.has("report.activity." + name)).isTrue();
        assertThat(english.has("report.chat." + name)).isTrue();
    }

    @Test
    void theIdDependsOnTheContentAlone() {
        assertThat(ReportId.of(new byte[] {1}))
                .matches("LS-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}");
        assertThat(ReportId.of(new byte[] {1})).isEqualTo(ReportId.of(new byte[] {1}));
        assertThat(ReportId.of(new byte[] {1})).isNotEqualTo(ReportId.of(new byte[] {2}));
    }
}
