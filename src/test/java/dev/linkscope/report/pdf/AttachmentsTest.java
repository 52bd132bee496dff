package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Manifest;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.UnreadableReportException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The files inside, whole and damaged. */
@Timeout(60)
class AttachmentsTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void theListNamesEveryFileWithItsHash() throws Exception {
        try (PDDocument document = Loader.loadPDF(PdfReportTest.pdf(SampleReports.mixedFarm()))) {
            Map<String, byte[]> files = Attachments.read(document);

            assertThat(files)
                    .containsOnlyKeys(
                            "report.json",
                            "slots-Prusa-07.csv",
                            "slots-Voron-in-the-garage.csv",
                            "checks.json",
                            "manifest.json");
            Manifest manifest = Manifest.read(files.remove("manifest.json"));
            assertThat(manifest.files()).hasSize(4);
            assertThat(manifest.toolVersion()).isEqualTo("1.0.0");
            assertThat(manifest.reportId()).matches("LS-[0-9A-Z]{4}-[0-9A-Z]{3}");
            Manifest.Differences none = manifest.compare(files);
            assertThat(none.damaged()).isEmpty();
            assertThat(none.missing()).isEmpty();
            assertThat(none.unlisted()).isEmpty();
            assertThat(new String(files.get("checks.json"), StandardCharsets.UTF_8))
                    .contains("\"result\":\"fail\"")
                    .contains("\"result\":\"pass\"");
        }
    }

    @Test
    void printersOfOneNameGetTablesOfTheirOwn() throws Exception {
        Report report =
                SampleReports.of(
                        SampleReports.ill("a", "Drucker ä/1"),
                        SampleReports.ill("b", "drucker A 1"),
                        SampleReports.ill("c", OddNames.CYRILLIC),
                        SampleReports.ill("d", OddNames.CHINESE));
        try (PDDocument document = Loader.loadPDF(PdfReportTest.pdf(report))) {
            assertThat(Attachments.read(document))
                    .containsKeys(
                            "slots-Drucker-a-1.csv",
                            "slots-drucker-A-1-2.csv",
                            "slots-No7.csv",
                            "slots-printer.csv");
        }
    }

    @Test
    void aWholePdfOpensWithoutRemarks() throws Exception {
        assertThat(open(whole()).remarks()).isEmpty();
    }

    @Test
    void aDamagedTableIsToldAndTheReportStillOpens() throws Exception {
        OpenedReport opened =
                open(with("slots.csv", content -> Arrays.copyOf(content, content.length - 1)));

        assertThat(opened.report().printers()).hasSize(1);
        assertThat(said(opened))
                .singleElement()
                .asString()
                .contains("Damaged inside this PDF: slots.csv.")
                .contains("Charts and verdicts are not affected");
    }

    @Test
    void aTableThatCannotBeUnpackedIsTold() throws Exception {
        byte[] pdf =
                changed(document -> {
                    COSStream stream = stream(document, "slots.csv");
                    try (var out = stream.createRawOutputStream()) {
                        out.write(new byte[] {0x78, (byte) 0x9c, 1, 2, 3});
                    }
                });

        assertThat(said(open(pdf))).singleElement().asString().contains("slots.csv");
    }

    @Test
    void aChangedReportIsRefused() throws Exception {
        byte[] pdf =
                with(
                        "report.json",
                        content ->
                                new String(content, StandardCharsets.UTF_8)
                                        .replace("Prusa-07", "Prusa-08")
                                        .getBytes(StandardCharsets.UTF_8));

        assertRefused(pdf, "damaged_inside");
    }

    @Test
    void aDamagedListIsToldAndTheReportStillOpens() throws Exception {
        assertThat(said(open(with("manifest.json", _ -> new byte[] {'{'}))))
                .singleElement()
                .asString()
                .contains("manifest.json");
    }

    @Test
    void whatWasTakenOutOrAddedIsTold() throws Exception {
        byte[] pdf =
                changed(document -> {
                    COSArray names = names(document);
                    for (int i = 0; i < names.size(); i += 2) {
                        if (((COSString) names.getObject(i)).getString().equals("checks.json")) {
                            names.set(i, new COSString("more\u202E.exe"));
                        }
                    }
                });

        assertThat(said(open(pdf)))
                .satisfiesExactly(
                        taken -> assertThat(taken).contains("Taken out").contains("checks.json"),
                        added -> assertThat(added).contains("Added").contains("more .exe"));
    }

    @Test
    void aPdfFromBeforeThereWereListsOpens() throws Exception {
        byte[] json =
                new ReportJson(ENGLISH, "1", Redaction.byLooks())
                        .write(SampleReports.oneIllPrinter());
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            Attachments.add(
                    document,
                    List.of(
                            new Attachment(
                                    "report.json", "application/json", "Data", "report", json)),
                    SampleReports.MADE);

            OpenedReport opened = open(bytes(document));

            assertThat(opened.remarks()).isEmpty();
            assertThat(opened.report().printers()).hasSize(1);
        }
    }

    @Test
    void whatUnpacksTooFarIsRefused() throws Exception {
        assertRefused(with("slots.csv", _ -> new byte[70 * 1000 * 1000]), "unpacks_too_far");

        var out = new ByteArrayOutputStream();
        out.write("%PDF-1.7\n1 0 obj<</Type/ObjStm>>stream\r\n".getBytes(StandardCharsets.UTF_8));
        try (var packed = new DeflaterOutputStream(out)) {
            byte[] million = new byte[1000 * 1000];
            for (int i = 0; i < 330; i++) {
                packed.write(million);
            }
        }
        assertRefused(out.toByteArray(), "unpacks_too_far");
    }

    @Test
    void whatIsPackedSeveralTimesIsRefused() throws Exception {
        byte[] pdf =
                "%PDF-1.7\n1 0 obj<</Filter [/FlateDecode /FlateDecode]>>"
                        .getBytes(StandardCharsets.US_ASCII);
        assertRefused(pdf, "unpacks_too_far");
    }

    @Test
    void manyFilesAndCirclesEnd() throws Exception {
        byte[] many =
                changed(document -> {
                    COSArray names = names(document);
                    var file = names.getObject(1);
                    for (int i = 0; i < 1100; i++) {
                        names.add(new COSString("f" + i));
                        names.add(file);
                    }
                });
        assertRefused(many, "unpacks_too_far");
        byte[] circle =
                changed(document -> {
                    var kids = new COSArray();
                    kids.add(root(document));
                    root(document).setItem(COSName.KIDS, kids);
                });
        assertThat(open(circle).report().printers()).hasSize(1);
    }

    @FunctionalInterface
    private interface Change {
        void to(PDDocument document) throws Exception;
    }

    private static byte[] whole() throws Exception {
        return PdfReportTest.pdf(SampleReports.oneIllPrinter());
    }

    private static byte[] changed(Change change) throws Exception {
        try (PDDocument document = Loader.loadPDF(whole())) {
            change.to(document);
            return bytes(document);
        }
    }

    private static byte[] with(String name, UnaryOperator<byte[]> other) throws Exception {
        return changed(document -> {
            byte[] content = Attachments.read(document).get(name);
            COSStream stream = stream(document, name);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(other.apply(content));
            }
        });
    }

    private static byte[] bytes(PDDocument document) throws Exception {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static COSDictionary root(PDDocument document) {
        return document.getDocumentCatalog()
                .getCOSObject()
                .getCOSDictionary(COSName.NAMES)
                .getCOSDictionary(COSName.EMBEDDED_FILES);
    }

    private static COSArray names(PDDocument document) {
        return root(document).getCOSArray(COSName.NAMES);
    }

    private static COSStream stream(PDDocument document, String name) {
        COSArray names = names(document);
        for (int i = 0; i < names.size(); i += 2) {
            if (((COSString) names.getObject(i)).getString().equals(name)) {
                return ((COSDictionary) names.getObject(i + 1))
                        .getCOSDictionary(COSName.EF)
                        .getCOSStream(COSName.F);
            }
        }
        throw new AssertionError(name);
    }

    private static OpenedReport open(byte[] pdf) throws Exception {
        return new PdfReportReader(ENGLISH).open(pdf);
    }

    private static List<String> said(OpenedReport opened) {
        List<String> said = new ArrayList<>();
        for (Statement remark : opened.remarks()) {
            said.add(ENGLISH.render(remark));
        }
        return said;
    }

    private static void assertRefused(byte[] pdf, String code) {
        assertThatThrownBy(() -> open(pdf))
                .isInstanceOfSatisfying(
                        UnreadableReportException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.nextStep()).isNotBlank();
                        });
    }
}
