package dev.linkscope.report.draft;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.SampleTraces;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a report takes in every format, and how large it is. */
@Tag("bench")
class DraftBench {
    private static final int DAY = 8_640;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    @TempDir Path folder;

    @Test
    void everyFormat() throws Exception {
        var table =
                new BenchReport(
                        "Writing reports", "report", "format", "ms", "ms of processor", "bytes");
        // Once before, so that no class is loaded while it is timed.
        measure(new BenchReport("", ""), "", SampleReports.oneIllPrinter());
        measure(table, "24 h, 1 printer", SampleReports.of(printer(0, DAY)));
        PrinterReport week = printer(0, 7 * DAY);
        List<PrinterReport> farm = IntStream.range(0, 50).mapToObj(i -> named(i, week)).toList();
        measure(
                table,
                "7 days, 50 printers",
                new Report(SampleReports.MADE, "en", false, farm, List.of()));
        table.write();
    }

    private void measure(BenchReport table, String name, Report report) throws Exception {
        var press = new Drafts(SampleDrafts.ENGLISH, "1.0.0", Redaction.byLooks(), PaneCurve::of);
        for (ReportFormat format : ReportFormat.values()) {
            Path file = folder.resolve("report." + format.ending());
            long begin = System.nanoTime();
            long worked = PROCESSOR.getCurrentThreadCpuTime();
            try (ReportDraft draft = press.draft(report, List.of(), Progress.NONE)) {
                draft.write(format, file, Progress.NONE);
            }
            long millis = (System.nanoTime() - begin) / 1_000_000;
            long work = (PROCESSOR.getCurrentThreadCpuTime() - worked) / 1_000_000;
            table.row(name, format, millis, work, BenchReport.count(Files.size(file)));
        }
    }

    /** Fifty weeks of slots of their own would take 500 MB. */
    private static PrinterReport named(int number, PrinterReport week) {
        return new PrinterReport(
                "printer-" + number,
                "Printer " + number,
                week.target(),
                week.connection(),
                week.coverage(),
                week.server(),
                week.webcam(),
                week.headline(),
                week.findings(),
                week.facts());
    }

    private static PrinterReport printer(int number, int slots) {
        Trace server = SampleTraces.bursts(slots);
        Trace webcam = SampleTraces.scattered(slots, 0.01, number);
        PrinterReport base = SampleReports.ill("printer-" + number, "Printer " + number);
        return new PrinterReport(
                base.id(),
                base.name(),
                base.target(),
                base.connection(),
                SampleReports.coverage(server, webcam),
                SampleReports.pane("app.obico.io", server, PaneState.WATCH, PatternKind.BURSTS),
                SampleReports.pane("/webcam", webcam, PaneState.WATCH, PatternKind.SCATTERED),
                base.headline(),
                base.findings(),
                base.facts());
    }
}
