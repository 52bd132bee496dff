package dev.linkscope.report.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.SampleTraces;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class DraftTest {
    @TempDir Path folder;

    private Path file(ReportFormat format) {
        return folder.resolve("report." + format.ending());
    }

    private List<Path> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void writesEveryFormatWithProgress(ReportFormat format) throws Exception {
        List<Integer> told = new ArrayList<>();
        try (ReportDraft draft = SampleDrafts.of(SampleReports.mixedFarm())) {
            draft.write(
                    format, file(format), (done, of) -> told.add(of == 0 ? 0 : done * 100 / of));
        }

        assertThat(left()).containsExactly(file(format));
        assertThat(Files.size(file(format))).isGreaterThan(500);
        assertThat(told).isNotEmpty().endsWith(100).allMatch(share -> share >= 0 && share <= 100);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void endingItLeavesNothingBehind(ReportFormat format) throws Exception {
        Report report = SampleReports.oneIllPrinter();
        var steps = new AtomicInteger();
        try (ReportDraft draft = SampleDrafts.of(report)) {
            draft.write(format, file(format), (_, _) -> steps.incrementAndGet());
        }
        Files.delete(file(format));

        for (int last : List.of(1, (steps.get() + 1) / 2, steps.get())) {
            var left = new AtomicInteger(last);
            Progress ends =
                    (_, _) -> {
                        if (left.decrementAndGet() == 0) {
                            throw new CancellationException();
                        }
                    };
            try (ReportDraft draft = SampleDrafts.of(report)) {
                assertThatThrownBy(() -> draft.write(format, file(format), ends))
                        .isInstanceOf(CancellationException.class);
            }
            assertThat(left()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void endingItKeepsWhatWasThere(ReportFormat format) throws Exception {
        Files.writeString(file(format), "before");
        Progress ends =
                (_, _) -> {
                    throw new CancellationException();
                };
        try (ReportDraft draft = SampleDrafts.of(SampleReports.oneIllPrinter())) {
            assertThatThrownBy(() -> draft.write(format, file(format), ends))
                    .isInstanceOf(CancellationException.class);
        }

        assertThat(file(format)).hasContent("before");
        assertThat(left()).hasSize(1);
    }

    @Test
    void drawsThePagesThatAreWritten() throws Exception {
        try (ReportDraft draft = SampleDrafts.of(SampleReports.mixedFarm())) {
            draft.write(ReportFormat.PDF, file(ReportFormat.PDF), Progress.NONE);
            try (var pdf = Loader.loadPDF(Files.readAllBytes(file(ReportFormat.PDF)))) {
                assertThat(draft.pages()).isEqualTo(pdf.getNumberOfPages()).isGreaterThan(3);
            }
            BufferedImage small = image(draft.page(0, 36));
            BufferedImage usual = image(draft.page(0, 72));
            assertThat(usual.getWidth()).isBetween(590, 613);
            assertThat(small.getWidth())
                    .isBetween(usual.getWidth() / 2 - 2, usual.getWidth() / 2 + 2);
            assertThat(colours(usual)).isGreaterThan(5);
            assertThat(image(draft.page(0, 1)).getWidth()).isEqualTo(small.getWidth());
            assertThatThrownBy(() -> draft.page(draft.pages(), 72))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> draft.page(-1, 72))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void noResolutionTakesAllTheMemory() throws Exception {
        try (ReportDraft draft = SampleDrafts.of(SampleReports.oneIllPrinter())) {
            assertThat(image(draft.page(0, 1_000_000)).getWidth()).isLessThan(2_600);
        }
    }

    @Test
    void isDrawnOnceAndOnlyWhereItIsWanted() throws Exception {
        var drawn = new AtomicInteger();
        var pdf =
                new DrawnPdf(_ -> {
                    drawn.incrementAndGet();
                    return SampleDrafts.written(
                            SampleReports.oneIllPrinter(), ReportFormat.PDF, folder);
                });
        assertThat(drawn).hasValue(0);
        pdf.pages(Progress.NONE);
        pdf.page(0, 36, Progress.NONE);
        pdf.bytes(Progress.NONE);
        assertThat(drawn).hasValue(1);
        pdf.close();
        pdf.close();
        assertThatThrownBy(() -> pdf.page(0, 36, Progress.NONE)).isInstanceOf(IOException.class);
    }

    @Test
    void looksMayBeEndedToo() throws Exception {
        var waiting = new AtomicInteger(3);
        Progress ends =
                (_, _) -> {
                    if (waiting.decrementAndGet() == 0) {
                        throw new CancellationException();
                    }
                };
        try (ReportDraft draft =
                SampleDrafts.press().draft(SampleReports.mixedFarm(), List.of(), ends)) {
            assertThatThrownBy(draft::pages).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void whatIsRemovedIsCountedAndNeverShown() throws Exception {
        Report report = SampleReports.of(SampleReports.ill("x", SampleDrafts.SECRET));
        try (ReportDraft draft = SampleDrafts.of(report)) {
            assertThat(draft.removed()).isNotEmpty();
            assertThat(draft.removed().toString()).doesNotContain(SampleDrafts.SECRET);
            assertThat(draft.report().toString()).doesNotContain(SampleDrafts.SECRET);
        }
    }

    @Test
    void saysWhyItCannotBeWritten() throws Exception {
        Files.createDirectories(folder.resolve("folder"));
        assertRefused(folder.resolve("missing").resolve("a.csv"), "does not exist");
        assertRefused(folder.resolve("folder"), "is a folder");
        assertThat(left()).containsExactly(folder.resolve("folder"));
        // No account may make a file there.
        Path forbidden = Path.of("/sys");
        assumeThat(Files.isDirectory(forbidden)).isTrue();
        assertRefused(forbidden.resolve("report.csv"), "report.csv");
    }

    @Test
    void saysThatTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).isTrue();
        var cause =
                catchThrowableOfType(IOException.class, () -> Files.write(full, new byte[] {1}));

        assertThat(new Unwritable(SampleDrafts.ENGLISH).of(folder.resolve("a.csv"), cause))
                .hasMessageContaining("the disk is full")
                .hasMessageContaining("a.csv");
    }

    @Test
    void anEmptyReportIsWrittenToo() throws Exception {
        PrinterReport nothing =
                new PrinterReport(
                        "n",
                        "",
                        "",
                        SampleReports.unreachable("n", "n").connection(),
                        SampleReports.unreachable("n", "n").coverage(),
                        SampleReports.pane("", Trace.EMPTY, PaneState.NO_DATA, PatternKind.NONE),
                        SampleReports.pane(
                                "", SampleTraces.of("."), PaneState.NO_DATA, PatternKind.NONE),
                        List.of(),
                        List.of(),
                        List.of());
        try (ReportDraft draft = SampleDrafts.of(SampleReports.of(nothing))) {
            for (ReportFormat format : ReportFormat.values()) {
                draft.write(format, file(format), Progress.NONE);
                assertThat(file(format)).exists();
            }
        }
    }

    private static void assertRefused(Path file, String why) throws IOException {
        try (ReportDraft draft = SampleDrafts.of(SampleReports.oneIllPrinter())) {
            assertThatThrownBy(() -> draft.write(ReportFormat.CSV, file, Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(why)
                    .hasMessageNotContaining("Exception");
        }
    }

    private static BufferedImage image(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image).isNotNull();
        return image;
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }
}
