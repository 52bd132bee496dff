package dev.linkscope.report.pdf;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.report.SampleDetails;
import dev.linkscope.report.SampleFixes;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.SampleTraces;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long pages take to draw and how large they are; leaves them in {@code target/samples}. */
@Tag("bench")
class PagesBench {
    private static final int WEEK = 7 * SampleDetails.DAY;

    @Test
    void drawsSamples() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/samples"));
        var table =
                new BenchReport(
                        "Drawing pages",
                        "report",
                        "first, ms",
                        "warm, ms",
                        "warm, ms of processor",
                        "bytes",
                        "pages");
        for (Map.Entry<String, Report> sample : samples().entrySet()) {
            Path file = folder.resolve("pages-" + sample.getKey() + ".pdf");
            long first = draw(sample.getValue(), file)[0];
            long[] warm = draw(sample.getValue(), file);
            table.row(
                    sample.getKey(),
                    first,
                    warm[0],
                    warm[2],
                    BenchReport.count(Files.size(file)),
                    warm[1]);
        }
        table.write();
    }

    private static long[] draw(Report report, Path file) throws IOException {
        long begin = System.nanoTime();
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (var document = new PDDocument()) {
            var look = new Look(document, DrawnPages.BERLIN);
            try (var sheet = new Sheet(document)) {
                new ReportPages(look, sheet, new Made("LS-7QK4-22N", "1.0.0", 12), PaneCurve::of)
                        .add(report, Progress.NONE);
                new Furniture(look, "LS-7QK4-22N", "1.0.0", report.simulated(), List.of())
                        .add(document, sheet.finish(), report.generatedAt());
            }
            Files.deleteIfExists(file);
            document.save(file.toFile());
            long millis = (System.nanoTime() - begin) / 1_000_000;
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used;
            return new long[] {millis, document.getNumberOfPages(), worked / 1_000_000};
        }
    }

    private static Map<String, Report> samples() {
        Map<String, Report> samples = new LinkedHashMap<>();
        samples.put(
                "tried",
                SampleReports.of(
                                SampleDetails.troubled(
                                                SampleFixes.PRINTER.toString(), "Prusa-07", 720)
                                        .withFixes(
                                                List.of(
                                                        SampleFixes.weakWifi(),
                                                        SampleFixes.stream())))
                        .withScope(SampleDetails.scope("Moved to the garage.")));
        samples.put("day", SampleDetails.troubledDay());
        samples.put("healthy", SampleReports.of(SampleDetails.healthy("h", "Prusa-08", 8_640)));
        samples.put("lost", SampleReports.of(SampleReports.unreachable("x", "Ender")));
        samples.put("farm12", SampleDetails.farm(12, 720));
        samples.put("farm50", SampleDetails.farm(50, 720));
        samples.put("odd", SampleReports.of(SampleDetails.troubled("x", OddNames.ALL, 720)));
        samples.put("week50", weekOf(50));
        return samples;
    }

    /** Scattered losses, which hide nothing from the drawing, and a camera that comes and goes. */
    private static Report weekOf(int printers) {
        Trace server = SampleTraces.scattered(WEEK, 0.03, 5);
        Trace webcam = SampleTraces.bursts(WEEK);
        var serverPane =
                SampleReports.pane("app.obico.io", server, PaneState.WATCH, PatternKind.SCATTERED);
        var webcamPane = SampleReports.pane("/webcam", webcam, PaneState.WATCH, PatternKind.BURSTS);
        PrinterReport base = SampleDetails.troubled("w", "A week", 720);
        return SampleReports.of(
                IntStream.range(0, printers)
                        .mapToObj(i ->
                                new PrinterReport(
                                        "w" + i,
                                        "A week " + i,
                                        "pi@octopi",
                                        base.connection(),
                                        SampleReports.coverage(server, webcam),
                                        serverPane,
                                        webcamPane,
                                        base.headline(),
                                        base.findings(),
                                        base.facts(),
                                        base.plugin(),
                                        List.of(),
                                        base.details()))
                        .toArray(PrinterReport[]::new));
    }
}
