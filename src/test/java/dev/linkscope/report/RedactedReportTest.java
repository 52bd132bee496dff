package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.plugin.PluginSeries;
import dev.linkscope.domain.report.PrinterDetails;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.report.Removed;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.redact.Kind;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactedReportTest {
    private static final String OTHER = "0c8c3a52-2f6e-4a55-8a0f-5b1f0c9d7e11";

    private static RedactedReport redacted(Report report) {
        return RedactedReport.of(report, Redaction.byLooks());
    }

    /** Two printers of one name that had an outage together, each with something to tell. */
    private static Report farm(RedactionLevel level) {
        PrinterReport second = SampleReports.ill(OTHER, "Prusa-07");
        return new Report(
                SampleReports.MADE,
                "en",
                false,
                List.of(detailed(SampleFixes.printer()), detailed(second)),
                List.of(
                        new SharedOutage(
                                SampleFixes.at(0),
                                SampleFixes.at(2),
                                List.of(OTHER, SampleFixes.PRINTER.toString()),
                                2,
                                null,
                                "state")),
                new ReportScope(
                        null, null, level, "Prusa-07 at 203.0.113.9, seen by anna.schmidt"));
    }

    private static PrinterReport detailed(PrinterReport printer) {
        var step =
                new PluginSeries.Step(
                        SampleFixes.at(0),
                        SampleFixes.at(1),
                        false,
                        true,
                        PluginSeries.Count.NONE,
                        PluginSeries.Count.NONE);
        var note =
                new UserNote(
                        "n1",
                        SampleFixes.PRINTER,
                        SampleFixes.at(1),
                        SampleFixes.at(1),
                        "moved to b8:27:eb:12:34:56");
        List<Fact> facts =
                Stream.concat(
                                printer.facts().stream(),
                                Stream.of(Fact.known("wifi.access_point", "3fa9", null)))
                        .toList();
        return new PrinterReport(
                        printer.id(),
                        printer.name(),
                        printer.target(),
                        printer.connection(),
                        printer.coverage(),
                        printer.server(),
                        printer.webcam(),
                        printer.headline(),
                        printer.findings(),
                        facts,
                        printer.plugin(),
                        printer.fixes(),
                        printer.details())
                .withDetails(
                        new PrinterDetails(
                                "1.2.3.4",
                                List.of(),
                                List.of(step),
                                List.of(),
                                List.of(SampleReports.said("asked 203.0.113.9")),
                                List.of(note)));
    }

    @ParameterizedTest
    @EnumSource(RedactionLevel.class)
    void cleaningAgainChangesNeitherTextsNorCounts(RedactionLevel level) {
        RedactedReport once = redacted(farm(level));
        RedactedReport again = redacted(once.report());

        assertThat(again.report()).isEqualTo(once.report());
        assertThat(again.removed()).isEqualTo(once.removed());
        assertThat(again.removedValues()).isEqualTo(once.removedValues());
    }

    @Test
    void detailsStayAndAreClean() {
        Report clean = redacted(farm(RedactionLevel.SUPPORT)).report();
        PrinterDetails details = clean.printers().getFirst().details();

        assertThat(details.agentVersion()).isEqualTo("1.2.3.4");
        assertThat(details.series()).hasSize(1);
        assertThat(details.said()).containsExactly(SampleReports.said("asked ip-1"));
        assertThat(details.notes().getFirst().text()).isEqualTo("moved to mac-1");
        assertThat(details.notes().getFirst().printer()).isEqualTo(SampleFixes.PRINTER);
        assertThat(clean.scope().note()).isEqualTo("Prusa-07 at ip-1, seen by user-1");
        assertThat(clean.printers().getFirst().name()).isEqualTo("Prusa-07");
        assertThat(fact(clean, 0)).isEqualTo("ap-1").isEqualTo(fact(clean, 1));
    }

    @Test
    void everybodySeesAliasesThatFitTogether() {
        Report clean = redacted(farm(RedactionLevel.PUBLIC)).report();
        PrinterReport first = clean.printers().getFirst();

        assertThat(first.id()).isEqualTo(first.name()).isEqualTo("printer-1");
        assertThat(clean.printers().getLast().name()).isEqualTo("printer-2");
        assertThat(clean.sharedOutages().getFirst().members())
                .containsExactly("printer-2", "printer-1");
        assertThat(clean.scope().note()).isEqualTo("printer-1 at ip-3, seen by user-2");
        assertThat(first.target()).isEqualTo("pi@host-1");
        assertThat(first.server().address()).isEqualTo("app.obico.io");
        assertThat(clean.toString())
                .doesNotContain("Prusa-07", "octopi.local", SampleFixes.PRINTER.toString(), OTHER);
    }

    @Test
    void theUserSeesAll() {
        Report report = farm(RedactionLevel.MINE);
        Report clean = redacted(report).report();

        assertThat(clean.scope()).isEqualTo(report.scope());
        assertThat(clean.printers().getLast()).isEqualTo(report.printers().getLast());
        assertThat(clean.printers().getFirst().fixes().getFirst().entries().getFirst().who())
                .isEqualTo("anna.schmidt");
    }

    @Test
    void tellsWhatWasRemovedAndHowOften() {
        RedactedReport redacted = redacted(farm(RedactionLevel.SUPPORT));

        assertThat(redacted.removedValues())
                .contains(
                        new Removed("ip", "ip-1", 3),
                        new Removed("ap", "ap-1", 2),
                        new Removed("mac", "mac-1", 2),
                        new Removed("user", "user-1", 1));
        assertThat(redacted.removed())
                .isEqualTo(redacted.removedValues().stream().mapToInt(Removed::times).sum());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasWords(Kind kind) {
        assertThat(
                        Messages.in(Locale.ENGLISH, ZoneOffset.UTC)
                                .has("redaction.kind." + kind.wireName()))
                .isTrue();
    }

    private static String fact(Report report, int printer) {
        return String.valueOf(report.printers().get(printer).facts().getLast().value());
    }
}
