package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.RedactedReport;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SampleFigures;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.Wording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PdfReportTest {
    private static final Messages BERLIN = Messages.in(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    @TempDir Path folder;

    @Test
    void saysWhatItFound() throws Exception {
        String text = text(SampleReports.oneIllPrinter());

        assertThat(text)
                .contains("Prusa-07: connection report")
                .contains("Take action")
                .contains("The Pi drops off the network in bursts, and it is still happening.")
                .contains("How this was measured.")
                .contains("one new connection every 10 s, no retries")
                .contains("Nov 22, 08:02–10:02: 1,412 of 1,440 planned attempts measured")
                .contains("28 while this computer did not")
                .contains("Server connection · app.obico.io")
                .contains("Webcam · /webcam/?action=snapshot")
                .contains("98 of 692 failed")
                .contains("14.2% (likely 9.9% to 20.2%)")
                .contains("in bursts (chance alone: p < 0.001)")
                .contains("Nov 22, 08:12:40 08:14:20 100 s server, connecting")
                .contains("9 more on the pages that follow")
                .contains("Weak Wi")
                .contains("In 14 of 15 outages the router did not answer.")
                .contains("Move the Pi next to the router for an hour.")
                .contains("No sign of Name lookup")
                .contains("pass Name lookup All resolvers answered within 40 ms.")
                .contains("Not checked vcgencmd is missing: power.throttled")
                .contains("To paste into a chat")
                .contains("2026-11-22 10:02 UTC+1 · 09:02 UTC")
                .contains("Attached inside this PDF: report.json, slots.csv, checks.json,")
                .contains("manifest.json (SHA-256: shows damage, not forgery)")
                .contains("page 1 of 3")
                .doesNotContain("Simulated");
    }

    @Test
    void anUnreachablePrinterSaysWhyAndWhatToDo() throws Exception {
        assertThat(text(SampleReports.of(SampleReports.unreachable("x", "Ender"))))
                .contains("Not reached")
                .contains("ender.local does not answer.")
                .contains("Check that the Pi has power and is on the same network.")
                .contains("Tried: ender.local")
                .contains("Nothing was measured on this printer.")
                .doesNotContain("Attempts");
    }

    @Test
    void aPrinterWithoutACameraSaysSo() throws Exception {
        assertThat(text(SampleReports.of(SampleReports.withoutCamera("x", "Voron"))))
                .contains("No camera is configured")
                .contains("0 of 720 failed");
    }

    @Test
    void aFarmBeginsWithAllOfItsPrinters() throws Exception {
        assertThat(text(SampleReports.mixedFarm()))
                .contains("Connection report, 3 printers")
                .contains("Prusa-07 Take action, 14.2% Healthy, 0.3%")
                .contains("Voron in the garage Healthy, 0.0% no camera")
                .contains("Ender Not reached: ender.local does not answer.")
                .contains("Nov 22, 08:02:00 2 min 2 of 2: Prusa-07, Voron in the garage");
    }

    @Test
    void whatAPrinterFailsByItselfIsSaidWhereItDiffers() throws Exception {
        assertThat(text(SampleReports.comparedFarm(0.031)))
                .contains("By itself 3.1%, shared outages left out");
        assertThat(text(SampleReports.mixedFarm())).doesNotContain("By itself");
    }

    @Test
    void aReportWithoutPrintersIsStillAReport() throws Exception {
        assertThat(text(SampleReports.of())).contains("Connection report, 0 printers");
    }

    @Test
    void madeUpDataAreMarkedOnEveryPage() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(SampleReports.simulatedFarm(2)))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(PageText.of(document, page)).contains("Simulated data: made up");
            }
        }
    }

    @Test
    void carriesItsDataInside() throws Exception {
        Report report = SampleReports.mixedFarm();
        byte[] json = new ReportJson(BERLIN, "1.0.0", Redaction.byLooks()).write(report);

        try (PDDocument document = Loader.loadPDF(pdf(report))) {
            assertThat(Attachments.read(document).get("report.json")).isEqualTo(json);
            var catalog = document.getDocumentCatalog();
            var associated = (COSArray) catalog.getCOSObject().getDictionaryObject("AF");
            var file = (COSDictionary) associated.getObject(0);
            assertThat(file.getNameAsString("AFRelationship")).isEqualTo("Source");
            assertThat(file.getString(COSName.UF)).isEqualTo("report.json");
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Connection report, 3 printers");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<dc:title>")
                    .contains("Connection report, 3 printers");
        }
    }

    @Test
    void embedsThePartOfEveryFontThatItUses() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(SampleReports.oneIllPrinter()))) {
            for (var page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+Liberation.*");
                }
            }
        }
    }

    @Test
    void theSameReportGivesTheSameFile() throws Exception {
        assertThat(pdf(SampleReports.oneIllPrinter()))
                .isEqualTo(pdf(SampleReports.oneIllPrinter()));
    }

    @Test
    void fiftyPrintersGetAPageEach() throws Exception {
        Report farm = SampleReports.simulatedFarm(50);

        try (PDDocument document = Loader.loadPDF(pdf(farm))) {
            assertThat(document.getNumberOfPages()).isBetween(51, 210);
            String all = PageText.of(document);
            for (PrinterReport printer : farm.printers()) {
                assertThat(all).contains(printer.name() + ": connection report");
            }
        }
    }

    @Test
    void secretsAreInNoPartOfTheFile() throws Exception {
        String canary = "c4n4ry";
        PrinterReport base = SampleReports.ill("x", "http://pi:" + canary + "@cam/");
        Report report =
                SampleReports.of(
                        new PrinterReport(
                                base.id(),
                                base.name(),
                                "key " + canary,
                                base.connection(),
                                base.coverage(),
                                base.server(),
                                base.webcam(),
                                List.of(Wording.asWritten("token=" + canary)),
                                base.findings(),
                                base.facts()));
        var writer =
                new PdfReport(
                        BERLIN,
                        "1.0.0",
                        new Redaction(() -> List.of(canary)),
                        SampleFigures::curve);
        byte[] pdf =
                writer.toBytes(
                        RedactedReport.of(report, new Redaction(() -> List.of(canary))),
                        Progress.NONE);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(PageText.of(document)).doesNotContain(canary).contains("removed");
            assertThat(PageText.decoded(document)).doesNotContain(canary);
            assertThat(document.getDocumentInformation().getTitle()).doesNotContain(canary);
        }
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain(canary);
    }

    @Test
    void aFailureInTheMiddleLeavesTheOldFile() throws Exception {
        Path file = Files.writeString(folder.resolve("report.pdf"), "before");
        var writer =
                new PdfReport(
                        BERLIN,
                        "1.0.0",
                        Redaction.byLooks(),
                        trace -> {
                            throw new IllegalStateException("curve");
                        });

        assertThatThrownBy(() -> writer.write(SampleReports.oneIllPrinter(), file))
                .hasMessage("curve");

        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void writesTheFile() throws Exception {
        Path file = folder.resolve("report.pdf");

        writer().write(SampleReports.oneIllPrinter(), file);

        assertThat(new PdfReportReader(BERLIN).read(Files.readAllBytes(file)).printers())
                .hasSize(1);
    }

    @Test
    void tellsHowFarItIsAndEndsWithoutAFile() throws Exception {
        List<String> steps = new ArrayList<>();
        Report farm = SampleReports.simulatedFarm(3);

        writer().write(farm, folder.resolve("whole.pdf"), (done, of) -> steps.add(done + "/" + of));

        assertThat(steps).containsExactly("0/4", "1/4", "2/4", "3/4", "4/4");
        assertThatThrownBy(() ->
                        writer().write(
                                        farm,
                                        folder.resolve("ended.pdf"),
                                        (done, of) -> {
                                            if (done == 2) {
                                                throw new CancellationException();
                                            }
                                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**{ended,.part}*");
    }

    /** Letters come from fonts of this program alone, so that every computer draws the same. */
    static PdfReport writer() {
        return new PdfReport(
                BERLIN,
                "1.0.0",
                Redaction.byLooks(),
                SampleFigures::curve,
                new InstalledFonts(List.of()));
    }

    static byte[] pdf(Report report) throws Exception {
        return writer().toBytes(RedactedReport.of(report, Redaction.byLooks()), Progress.NONE);
    }

    private static String text(Report report) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(report))) {
            return PageText.of(document);
        }
    }
}
