package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.report.SampleDetails;
import dev.linkscope.report.SampleFigures;
import dev.linkscope.report.SampleFixes;
import dev.linkscope.report.SampleReports;
import dev.linkscope.support.WireName;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages say. */
@Timeout(120)
class PagesTest {
    private static Report tried() {
        return SampleReports.of(
                        SampleDetails.troubled(SampleFixes.PRINTER.toString(), "Prusa-07", 720)
                                .withFixes(List.of(SampleFixes.weakWifi())))
                .withScope(SampleDetails.scope("Moved to the garage."));
    }

    @Test
    void theFirstPageStandsOnItsOwn() throws Exception {
        try (PDDocument document = Loader.loadPDF(DrawnPages.of(SampleDetails.troubledDay()))) {
            assertThat(PageText.of(document, 1))
                    .contains("Prusa-07: connection report")
                    .contains("2026-11-22 10:02 UTC+1 \u00B7 09:02 UTC")
                    .contains("The Pi drops off the network in bursts")
                    .contains("What happened just before:")
                    .contains("Started after the printer was moved to the garage.")
                    .contains("Microwave oven on.")
                    .contains("16,935 of 17,280 planned attempts measured")
                    .contains("345 while this")
                    .contains("Lost on the way here: 0.")
                    .contains("(Gmin)")
                    .contains("within 10 s (webcam: 5 s)")
                    .contains("Redaction: support (12 values removed).")
                    .contains("Linkscope 1.0.0, agent 1.4.0.")
                    .contains("Failed attempts by hour of the day, local time")
                    .contains("Where it breaks, from the Pi to the server")
                    .contains("29 of 31 failed")
                    .contains("not checkable")
                    .contains("not measured")
                    .contains("\u221281 dBm")
                    .contains("Longest outages")
                    .contains("9 more on the pages that follow")
                    .contains("Median signal \u221281 dBm; limit \u221270 dBm.")
                    .contains("nothing of weight")
                    .contains("No sign of")
                    .contains("To paste into a chat")
                    .contains("Obico printer 4242");
        }
    }

    @Test
    void theFurtherPagesHaveTheDetails() throws Exception {
        assertThat(DrawnPages.text(SampleDetails.troubledDay()))
                .contains("About this printer")
                .contains("Made, UTC 2026-11-22 09:02 UTC")
                .contains("Made, local time 2026-11-22 10:02 (UTC+1)")
                .contains("Obico printer id 4242")
                .contains("Streaming mode not known")
                .contains("Plugin's own connection down")
                .contains("9 of 240 failed (3.8%) 5 of 100 failed (5%) 98 of 8,295 failed (1.2%)")
                .contains("OctoPrint started once meanwhile")
                .contains("The two differ because the plugin counts messages")
                .contains("fail The Wi-Fi signal")
                .contains("pass Cause number 1 of the catalogue")
                .contains("unknown Cause number 3 of the catalogue")
                .contains("Obico lost the server connect.timeout, dns.timeout 2")
                .contains("none of this is in a rate")
                .contains("Network: radio, cable, router, names")
                .contains("Wi-Fi power saving yes")
                .contains("Not checked vcgencmd is not installed: Throttled now")
                .contains("Not there Proxy on the way to the server")
                .contains("Longest outages")
                .contains("What the words mean")
                .contains("fewer than 16 good attempts in a row")
                .contains("RFC 3611");
    }

    @Test
    void thePagesSayByWhichLimitsTheyJudge() throws Exception {
        assertThat(DrawnPages.text(SampleDetails.troubledDay()))
                .contains("The lines at 5% and 20% are from Obico's guide")
                .contains("Watch: 5% to 20%")
                .contains("fewer than 59 attempts");
        Report judged =
                SampleReports.judgedBy(new RateLimits(0.025, 0.08), SampleDetails.troubledDay());
        assertThat(DrawnPages.text(judged))
                .contains("The lines at 2.5% and 8% are limits that were set for this report")
                .contains("Take action: above 8%. Watch: 2.5% to 8%")
                .contains("fewer than 119 attempts");
    }

    @Test
    void changesStandWithBeforeAfterAndVerdict() throws Exception {
        assertThat(DrawnPages.text(tried()))
                .contains("Changes tried")
                .contains("Nov 22, 08:32:00 sample_power_save 30 of 180 failed 35 of 240 failed")
                .contains("Not fixed.");
    }

    @Test
    void checksOfACameraThatIsNotThereAreSkipped() throws Exception {
        PrinterReport base = SampleDetails.troubled("x", "Prusa-07", 720);
        var blind =
                new PrinterReport(
                        base.id(),
                        base.name(),
                        base.target(),
                        base.connection(),
                        base.coverage(),
                        base.server(),
                        null,
                        base.headline(),
                        base.findings(),
                        base.facts(),
                        null);

        assertThat(DrawnPages.text(SampleReports.of(blind)))
                .contains("skipped Cause number 0 of the catalogue no camera is configured")
                .contains("pass Cause number 1 of the catalogue");
        assertThat(DrawnPages.text(SampleReports.of(base))).doesNotContain("skipped Cause");
    }

    @Test
    void theFarmPageHasEveryPrinterAndItsHeadOnEachPage() throws Exception {
        Report farm = SampleDetails.farm(50, 360);
        try (PDDocument document = Loader.loadPDF(DrawnPages.of(farm))) {
            String first = PageText.of(document, 1);
            String second = PageText.of(document, 2);
            assertThat(first)
                    .contains("Connection report, 50 printers")
                    .contains("Not reached \u00B7 ")
                    .contains("New router since Saturday.")
                    .contains("Outages of the server connection, Nov 22");
            assertThat(second).contains("Outages of the server connection, Nov 22");
            for (PrinterReport printer : farm.printers()) {
                assertThat(first + second).contains(printer.name());
            }
            assertThat(first + second)
                    .contains("Where it breaks, in how many printers")
                    .contains("Router");
            PageLetters.assertFit(document, 1);
            PageLetters.assertFit(document, 2);
        }
    }

    @Test
    void everyDrawingHasItsWords() throws Exception {
        var look = look();
        var strip =
                new LayerStrip(look, SampleDetails.chain(Health.BREAKS), List.of()).alternative();

        assertThat(strip)
                .contains("Router breaks at times (29 of 31 failed)")
                .contains("Name lookup not checkable")
                .contains("Obico plugin down")
                .contains("Camera works");
    }

    private static Look look() throws Exception {
        try (var document = new PDDocument()) {
            return new Look(document, DrawnPages.BERLIN);
        }
    }

    @ParameterizedTest
    @EnumSource(Health.class)
    void everyStateOfALinkHasWords(Health health) throws Exception {
        List<LayerState> chain = SampleDetails.chain(health);

        assertThat(new LayerStrip(look(), chain, List.of()).alternative()).contains("Router");
        assertThat(DrawnPages.BERLIN.has("report.pages.health." + WireName.of(health))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(PastKind.class)
    void everythingThatALogTellsHasWords(PastKind kind) {
        assertThat(DrawnPages.BERLIN.has("report.pages.past." + WireName.of(kind))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(RedactionLevel.class)
    void everyLevelHasWords(RedactionLevel level) {
        assertThat(DrawnPages.BERLIN.has("report.pages.level." + level.wireName())).isTrue();
    }

    @Test
    void whoeverStopsItStopsItBetweenTwoPrinters() throws Exception {
        try (var document = new PDDocument();
                var sheet = new Sheet(document)) {
            var pages =
                    new ReportPages(
                            new Look(document, DrawnPages.BERLIN),
                            sheet,
                            new Made("LS", "1", 0),
                            SampleFigures::curve);

            assertThatThrownBy(() ->
                            pages.add(
                                    SampleDetails.farm(6, 60),
                                    (done, of) -> {
                                        assertThat(of).isEqualTo(6);
                                        if (done == 2) {
                                            throw new CancellationException();
                                        }
                                    }))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
