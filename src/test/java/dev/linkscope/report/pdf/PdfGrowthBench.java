package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Scale;
import dev.linkscope.bench.Watch;
import dev.linkscope.bench.result.Growth;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.SampleDetails;
import dev.linkscope.report.SampleFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a PDF grows with its printers: pages, bytes, and processor time of writing it. */
@Tag("bench")
@Timeout(180)
class PdfGrowthBench {
    private static final int[] PRINTERS = {1, 3, 6, 12, 25, 50, 100};

    /** Two hours at the usual cadence. */
    private static final int SLOTS = 720;

    /** The best of so many counts, after the compiler had as many. */
    private static final int ROUNDS = 3;

    /** Each printer has pages of its own, and hardly anything else grows with it. */
    private static final double WANTED_EXPONENT = 1.15;

    @TempDir Path folder;

    @Test
    void byPrinters() throws Exception {
        var writer =
                new PdfReport(
                        Messages.in(Locale.ENGLISH, ZoneId.of("Europe/Berlin")),
                        "1.0.0",
                        Redaction.byLooks(),
                        SampleFigures::curve);
        var report =
                new BenchReport(
                        "PDFs by their printers",
                        "printers",
                        "pages",
                        "CPU ms",
                        "CPU ms a page",
                        "file, bytes",
                        "bytes a page");
        var times = new ArrayList<Growth.Point>();
        var sizes = new ArrayList<Growth.Point>();
        write(writer, PRINTERS[3]);
        for (int printers : PRINTERS) {
            double millis = write(writer, printers);
            long bytes = Files.size(file(printers));
            int pages;
            try (var document = Loader.loadPDF(file(printers).toFile())) {
                pages = document.getNumberOfPages();
            }
            times.add(new Growth.Point(printers, millis));
            sizes.add(new Growth.Point(printers, bytes / 1e3));
            report.row(
                    printers,
                    pages,
                    BenchReport.count(millis),
                    BenchReport.number(millis / pages),
                    BenchReport.count(bytes),
                    BenchReport.count((double) bytes / pages));
        }
        report.write();
        Growth time = Growth.power("writing a PDF", "CPU ms", "printers", times, Scale.PRINTERS);
        Growth size = Growth.power("size of a PDF", "kB", "printers", sizes, Scale.PRINTERS);
        for (Growth growth : List.of(time, size)) {
            BenchRun.CURRENT.add(growth);
            assertThat(growth.line().slope()).as(growth.figure()).isLessThan(WANTED_EXPONENT);
        }
    }

    private Path file(int printers) {
        return folder.resolve(printers + ".pdf");
    }

    /** Processor milliseconds. */
    private double write(PdfReport writer, int printers) throws Exception {
        var made = SampleDetails.farm(printers, SLOTS);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            var watch = Watch.start();
            writer.write(made, file(printers));
            best = Math.min(best, watch.cpuSeconds() * 1e3);
        }
        return best;
    }
}
