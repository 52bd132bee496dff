package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportJsonTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    private final ReportJson json = new ReportJson(ENGLISH, "1.2.3", Redaction.byLooks());

    @Test
    void followsTheContract() {
        JsonNode report = tree(SampleReports.mixedFarm());

        assertThat(report.at("/schemaVersion").intValue()).isEqualTo(1);
        assertThat(report.at("/tool/name").stringValue()).isEqualTo("linkscope");
        assertThat(report.at("/tool/version").stringValue()).isEqualTo("1.2.3");
        assertThat(report.at("/redaction/level").stringValue()).isEqualTo("support");
        assertThat(report.at("/printers/0/server/state").stringValue()).isEqualTo("take_action");
        assertThat(report.at("/printers/0/server/pattern/kind").stringValue()).isEqualTo("bursts");
        assertThat(report.at("/printers/0/server/ownErrorRate").isNull()).isTrue();
        assertThat(report.at("/printers/0/server/phases").propertyNames())
                .containsExactly("dns", "connect", "tls", "request", "response", "body");
        assertThat(report.at("/printers/0/headline/2/text").stringValue())
                .isEqualTo("The webcam is fine.");
        assertThat(report.at("/printers/0/findings/0/confidence").stringValue())
                .isEqualTo("points_to");
        assertThat(report.at("/printers/0/facts/wifi.signal/unit").stringValue()).isEqualTo("dBm");
        assertThat(report.at("/printers/1/webcam").isNull()).isTrue();
        assertThat(report.at("/printers/2/server").isNull()).isTrue();
        assertThat(report.at("/printers/2/connection/error/nextStep").stringValue())
                .startsWith("Check");
        assertThat(report.at("/sharedOutages/0/members").size()).isEqualTo(2);
    }

    @Test
    void limitsOfItsOwnAreInIt() throws Exception {
        var limits = new RateLimits(0.02, 0.08);
        Report judged = SampleReports.judgedBy(limits, SampleReports.oneIllPrinter());
        JsonNode report = tree(judged);
        assertThat(report.at("/printers/0/server/limits/watch").doubleValue()).isEqualTo(0.02);
        assertThat(report.at("/printers/0/server/limits/takeAction").doubleValue()).isEqualTo(0.08);
        assertThat(report.at("/printers/0/webcam/limits").isMissingNode()).isTrue();
        Report back = json.read(json.write(judged));
        assertThat(back.printers().getFirst().server().figures().limits()).isEqualTo(limits);
        assertThat(back.printers().getFirst().webcam().figures().limits())
                .isEqualTo(RateLimits.USUAL);
        String wrong =
                new String(json.write(judged), StandardCharsets.UTF_8).replace("0.08", "0.01");
        assertThatThrownBy(() -> json.read(wrong.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableReportException.class);
    }

    @Test
    void comesBackAsItWas() throws Exception {
        for (Report report :
                List.of(SampleReports.mixedFarm(), SampleFixes.tried(), everythingAbsent())) {
            byte[] first = json.write(report);
            Report back = json.read(first);

            assertThat(new String(json.write(back), StandardCharsets.UTF_8))
                    .isEqualTo(new String(first, StandardCharsets.UTF_8));
            assertThat(back.printers().getFirst().findings())
                    .isEqualTo(report.printers().getFirst().findings());
        }
    }

    @Test
    void keepsEveryKindOfArgument() throws Exception {
        Statement all =
                Statement.of(
                        "report.as_written",
                        "text",
                        7,
                        8_000_000_000L,
                        0.25,
                        5.0,
                        true,
                        Instant.parse("2026-11-22T10:00:00.5Z"),
                        Duration.ofMillis(1500),
                        Duration.ofHours(2),
                        SampleReports.said("nested"));

        Report back = json.read(json.write(withFinding(all)));

        assertThat(back.printers().getFirst().findings().getFirst().title()).isEqualTo(all);
    }

    @Test
    void sentencesOfAnotherVersionKeepTheirWords() throws Exception {
        String written =
                new String(json.write(SampleReports.oneIllPrinter()), StandardCharsets.UTF_8)
                        .replaceFirst("\"report.as_written\"", "\"sentence.of.tomorrow\"");

        Report back = json.read(written.getBytes(StandardCharsets.UTF_8));

        assertThat(back.printers().getFirst().headline().getFirst())
                .isEqualTo(
                        SampleReports.said(
                                "The Pi drops off the network in bursts, and it is still"
                                        + " happening."));
    }

    @Test
    void ignoresKeysItDoesNotKnow() throws Exception {
        String written =
                new String(json.write(SampleReports.oneIllPrinter()), StandardCharsets.UTF_8)
                        .replaceFirst("\\{", "{\"tomorrow\": [1, {}],");

        assertThat(json.read(written.getBytes(StandardCharsets.UTF_8)).printers()).hasSize(1);
    }

    @Test
    void refusesANewerVersionAndSaysWhatToDo() {
        assertUnreadable("{\"schemaVersion\": 2}", "newer_version", "Update");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{}", "PK\u0003\u0004", "{\"a\":1}{}"})
    void refusesGarbage(String garbage) {
        assertUnreadable(garbage, "not_a_report", "Choose");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"take_action\"|\"perhaps\"|printers[0].server.state",
                "\"attempts\" : 692|\"attempts\" : \"many\"|printers[0].server.attempts",
                "\"cadenceSeconds\" : 10|\"cadenceSeconds\" : 0|printers[0].server.trace",
                "\"language\"|\"langue\"|language",
                "\"start\" : \"2026|\"start\" : \"20x6|printers[0].server",
                "\"side\" : \"for\"|\"side\" : \"aside\"|printers[0].findings[0].evidence[0].side",
                "\"reasons\" : \"28u\"|\"reasons\" : \"28\"|printers[0].server.trace.states",
            })
    void namesThePlaceOfDamage(String found, String replaced, String place) {
        String written =
                new String(json.write(SampleReports.oneIllPrinter()), StandardCharsets.UTF_8);
        assertThat(written).contains(found);

        String broken = written.replace(found, replaced);

        assertThatThrownBy(() -> json.read(broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining(place)
                .extracting(e -> ((UnreadableReportException) e).code())
                .isEqualTo("damaged_report");
    }

    @ParameterizedTest
    @EnumSource(PaneState.class)
    void everyStateComesBack(PaneState state) throws Exception {
        Trace trace = SampleTraces.of("1100.1");
        PrinterReport printer = SampleReports.ill("a", "a");
        PrinterReport shown =
                new PrinterReport(
                        "a",
                        "a",
                        "a",
                        printer.connection(),
                        printer.coverage(),
                        SampleReports.pane("a", trace, state, PatternKind.SCATTERED),
                        null,
                        List.of(),
                        List.of(),
                        List.of());

        Report back = json.read(json.write(SampleReports.of(shown)));

        assertThat(back.printers().getFirst().server().figures().state()).isEqualTo(state);
    }

    private static Report everythingAbsent() {
        return SampleReports.of(
                new PrinterReport(
                        "x",
                        "",
                        "",
                        new Connection("lost", null),
                        SampleReports.unreachable("x", "x").coverage(),
                        SampleReports.pane("", Trace.EMPTY, PaneState.NO_DATA, PatternKind.NONE),
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Report withFinding(Statement title) {
        PrinterReport base = SampleReports.withoutCamera("a", "a");
        Finding finding =
                new Finding(
                        "rule",
                        Verdict.INCONCLUSIVE,
                        Severity.WATCH,
                        Confidence.CONFIRMED,
                        title,
                        List.of(new Evidence(true, title, null, null, null)),
                        title,
                        List.of());
        return SampleReports.of(
                new PrinterReport(
                        "a",
                        "a",
                        "a",
                        base.connection(),
                        base.coverage(),
                        null,
                        null,
                        List.of(title),
                        List.of(finding),
                        List.of()));
    }

    private JsonNode tree(Report report) {
        return JsonMapper.shared().readTree(json.write(report));
    }

    private void assertUnreadable(String text, String code, String nextStep) {
        assertThatThrownBy(() -> json.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableReportException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.nextStep()).startsWith(nextStep);
                            assertThat(e.getMessage()).doesNotContain("Exception");
                        });
    }
}
