package dev.linkscope.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.demo.DemoReports;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.engine.report.ReopenedFarm;
import dev.linkscope.engine.report.ReopenedReportDesk;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.UnreadableReportException;
import dev.linkscope.report.draft.Drafts;
import dev.linkscope.report.pdf.PdfReport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ReportFilesTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    @TempDir Path folder;

    private final ReportFiles files = new ReportFiles(ENGLISH);

    private static Drafts press() {
        return new Drafts(ENGLISH, "1", Redaction.byLooks(), PaneCurve::of);
    }

    private Path pdf(Report report) throws IOException {
        Path file = folder.resolve("report.pdf");
        new PdfReport(ENGLISH, "1", Redaction.byLooks(), PaneCurve::of).write(report, file);
        return file;
    }

    private static byte[] json(Report report) {
        return new ReportJson(ENGLISH, "1", Redaction.byLooks()).write(report);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("support.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private UnreadableReportException refusal(Path file) {
        var refusal = catchThrowableOfType(UnreadableReportException.class, () -> files.read(file));
        assertThat(refusal).as("refusal of " + file).isNotNull();
        assertThat(refusal.getMessage())
                .isEqualTo(refusal.sentence() + " " + refusal.nextStep())
                .doesNotContain("Exception", "{");
        assertThat(refusal.nextStep()).isNotBlank();
        return refusal;
    }

    /** The whole way: measured, written, opened elsewhere, shown, written again, opened again. */
    @Test
    void theDemoComesBackAsItWasWrittenHoweverOften() throws Exception {
        Report report =
                DemoReports.of(ENGLISH, "weak-wifi", "frozen-camera", "unreachable", "healthy");
        OpenedReport opened = files.read(pdf(report));
        ReopenedFarm farm = new ReopenedFarm(opened.report(), refused -> {});
        assertShows(farm, opened.report());
        assertThat(farm.snapshots())
                .extracting(one -> (Object) one.printer().target().getClass())
                .containsOnly(Target.Simulated.class);
        assertThat(json(opened.report())).isEqualTo(json(report));

        Path again = folder.resolve("again.pdf");
        List<PrinterId> all =
                farm.snapshots().stream().map(SessionSnapshot::printer).map(Printer::id).toList();
        new ReopenedReportDesk(opened.report(), farm, press()).exportPdf(all, again);
        OpenedReport third = files.read(again);
        assertThat(json(third.report())).isEqualTo(json(report));
        assertThat(third.id()).isEqualTo(opened.id());
        assertShows(new ReopenedFarm(third.report(), refused -> {}), opened.report());
    }

    private static void assertShows(ReopenedFarm farm, Report report) {
        assertThat(farm.snapshots()).hasSameSizeAs(report.printers());
        for (int i = 0; i < report.printers().size(); i++) {
            PrinterReport written = report.printers().get(i);
            SessionSnapshot shown = farm.snapshots().get(i);
            assertThat(shown.printer().id().toString()).isEqualTo(written.id());
            assertThat(shown.headline()).isEqualTo(written.headline()).isNotEmpty();
            assertThat(shown.findings()).isEqualTo(written.findings());
            assertShows(shown.server(), written.server());
            assertShows(shown.webcam(), written.webcam());
        }
    }

    private static void assertShows(@Nullable PaneSnapshot shown, @Nullable Pane written) {
        if (written != null) {
            assertThat(shown).isNotNull();
            assertThat(shown.figures()).isEqualTo(written.figures());
            assertThat(shown.trace()).isEqualTo(written.trace());
            assertThat(shown.curve()).isEqualTo(PaneCurve.of(written.trace()));
        }
    }

    /** Alternating failures are written as hexadecimal digits by chance: 1d1c1d1c… */
    @Test
    void slotsThatLookLikeAKeyAreNotTakenForOne() throws Exception {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant at = SampleReports.MADE.plusSeconds(10L * i);
            slots.add(Slot.failed(at, i % 2 == 0 ? Phase.DNS : Phase.CONNECT));
        }
        Trace trace = new Trace(List.of(new Segment(Duration.ofSeconds(10), slots)));
        PrinterReport ill = SampleReports.ill("x", "Prusa");
        Pane pane = Objects.requireNonNull(ill.server());
        Report report =
                SampleReports.of(
                        new PrinterReport(
                                ill.id(),
                                ill.name(),
                                ill.target(),
                                ill.connection(),
                                ill.coverage(),
                                new Pane(pane.address(), pane.figures(), trace),
                                null,
                                ill.headline(),
                                ill.findings(),
                                ill.facts()));
        Report back = files.read(pdf(report)).report();
        assertThat(Objects.requireNonNull(back.printers().getFirst().server()).trace())
                .isEqualTo(trace);
    }

    @Test
    void everyKindOfFileGivesTheSameReport() throws Exception {
        Report report = SampleReports.mixedFarm();
        byte[] json = json(report);
        // The content decides, not the name.
        Path odd = Files.write(folder.resolve("report.pdf.txt"), json);
        Path zip = zip(Map.of("linkscope-bundle/report.json", json));
        Path pdf = pdf(report);
        for (Path file : List.of(odd, zip, pdf)) {
            OpenedReport opened = files.read(file);
            assertThat(json(opened.report())).as(file.toString()).isEqualTo(json);
            assertThat(ReportFiles.looksLikeReport(file, Files.readAllBytes(file))).isTrue();
            assertThat(opened.id()).matches("LS-[0-9A-Z]{4}-[0-9A-Z]{3}");
        }
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains(files.read(pdf).id());
        }
    }

    @Test
    void aZipIsNeverUnpackedToDisk() throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("../../outside.txt", bytes("no"));
        entries.put("/etc/linkscope-outside", bytes("no"));
        entries.put("report.json", json(SampleReports.oneIllPrinter()));
        Path file = zip(entries);
        assertThat(files.read(file).report().printers()).hasSize(1);
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(file);
        }
        assertThat(folder.resolve("../../outside.txt")).doesNotExist();
    }

    @Test
    void aZipThatUnpacksToFarTooMuchIsRefused() throws Exception {
        Path file = folder.resolve("bomb.zip");
        byte[] blanks = new byte[1_000_000];
        Arrays.fill(blanks, (byte) ' ');
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("report.json"));
            for (int i = 0; i < 80; i++) {
                out.write(blanks);
            }
        }
        assertThat(Files.size(file)).isLessThan(1_000_000);
        assertThat(refusal(file).code()).isEqualTo("too_large");
    }

    @Test
    void aZipWithoutAReportOrDamagedIsRefused() throws Exception {
        assertThat(refusal(zip(Map.of("octoprint.log", bytes("x")))).code())
                .isEqualTo("no_report_in_zip");
        Path file = zip(Map.of("report.json", json(SampleReports.oneIllPrinter())));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal(file).code()).isEqualTo("damaged_zip");
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 0x55;
        Files.write(file, flipped);
        assertThat(refusal(file).code()).isIn("damaged_zip", "not_a_report", "damaged_report");
        // Bit 0 of the flags in local header and directory: the entry is encrypted.
        byte[] locked = whole.clone();
        locked[6] |= 1;
        int directory =
                new String(locked, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        locked[directory + 8] |= 1;
        Files.write(file, locked);
        assertThat(refusal(file).code()).isEqualTo("password");
    }

    @Test
    void aPdfWithAPasswordSaysSo() throws Exception {
        Path file = pdf(SampleReports.oneIllPrinter());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        assertThat(refusal(file).code()).isEqualTo("password");
    }

    @Test
    void aTruncatedPdfSaysSo() throws Exception {
        Path file = pdf(SampleReports.oneIllPrinter());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 3));
        assertThat(refusal(file).code()).isIn("damaged_pdf", "no_report_inside");
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenRead() throws Exception {
        Path file = folder.resolve("huge.json");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(65_000_000);
        }
        var refusal = refusal(file);
        assertThat(refusal.code()).isEqualTo("too_large");
        assertThat(refusal.sentence()).contains("65 MB", "64 MB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not_a_report   | ''",
                "not_a_report   | hello",
                "not_a_report   | []",
                "not_a_report   | {\"schemaVersion\":\"1\"}",
                "damaged_report | {\"schemaVersion\":1,\"printers\":[]}",
                "newer_version  | {\"schemaVersion\":99}"
            })
    void whatIsNoReportOfThisVersionSaysWhatItIs(String code, String content) throws Exception {
        Path file = Files.writeString(folder.resolve("x.json"), content);
        assertThat(refusal(file).code()).isEqualTo(code);
    }

    @Test
    void whatCannotBeReadSaysSo() {
        assertThat(refusal(folder.resolve("missing.pdf")).code()).isEqualTo("file_unreadable");
        assertThat(refusal(folder).code()).isEqualTo("file_unreadable");
    }

    @Test
    void damageAnywhereEndsInAReportOrASentence() throws Exception {
        byte[] whole =
                Files.readAllBytes(zip(Map.of("report.json", json(SampleReports.oneIllPrinter()))));
        Path file = folder.resolve("damaged");
        var random = new Random(5);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 5; j++) {
                damaged[4 + random.nextInt(damaged.length - 4)] ^= (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            try {
                files.read(file);
            } catch (UnreadableReportException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
