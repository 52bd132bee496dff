package dev.linkscope.report.pdf;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.SampleFigures;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.SampleTraces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long PDFs take and how large they are; leaves them in {@code target/samples} to look at. */
@Tag("bench")
class PdfReportBench {
    @Test
    void writesSamples() throws Exception {
        var writer =
                new PdfReport(
                        Messages.in(Locale.ENGLISH, ZoneId.of("Europe/Berlin")),
                        "1.0.0",
                        Redaction.byLooks(),
                        SampleFigures::curve);
        Path folder = Files.createDirectories(Path.of("target/samples"));
        var report = new BenchReport("Writing PDFs", "report", "ms", "bytes");
        for (Map.Entry<String, Report> sample : samples().entrySet()) {
            Path file = folder.resolve(sample.getKey() + ".pdf");
            long begin = System.nanoTime();
            writer.write(sample.getValue(), file);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            report.row(sample.getKey(), millis, BenchReport.count(Files.size(file)));
        }
        report.write();
    }

    private static Map<String, Report> samples() {
        Map<String, Report> samples = new LinkedHashMap<>();
        samples.put("ill", SampleReports.oneIllPrinter());
        samples.put("mixed", SampleReports.mixedFarm());
        samples.put("odd", SampleReports.of(SampleReports.ill("x", OddNames.ALL)));
        samples.put("simulated", SampleReports.simulatedFarm(3));
        samples.put("day", SampleReports.of(lasting(8_640)));
        samples.put("week", SampleReports.of(lasting(60_480)));
        samples.put("unreachable", SampleReports.of(SampleReports.unreachable("x", "Ender")));
        samples.put("fifty", SampleReports.simulatedFarm(50));
        return samples;
    }

    private static PrinterReport lasting(int slots) {
        Trace server = SampleTraces.scattered(slots, 0.03, 5);
        Trace webcam = SampleTraces.of("0".repeat(slots));
        PrinterReport base = SampleReports.ill("w", "A week");
        return new PrinterReport(
                "w",
                "A week",
                "pi@octopi",
                base.connection(),
                SampleReports.coverage(server, webcam),
                SampleReports.pane("app.obico.io", server, PaneState.WATCH, PatternKind.SCATTERED),
                SampleReports.pane(
                        "/webcam", webcam, PaneState.NO_CONNECTION, PatternKind.CONTINUOUS),
                base.headline(),
                base.findings(),
                base.facts());
    }
}
