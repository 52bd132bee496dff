package dev.linkscope.report.file;

import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.UnreadableReportException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Traces out of Linkscope's own reports, JSON, PDF or ZIP; the content decides, not the name. */
public final class ReportTraceReader implements TraceReader {
    private final Refusals refusals;
    private final ReportFiles reports;

    /** A reader that explains itself in the language of the messages. */
    public ReportTraceReader(Messages messages) {
        this.refusals = new Refusals(messages);
        this.reports = new ReportFiles(messages);
    }

    @Override
    public boolean reads(Path file, byte[] head) {
        return ReportFiles.looksLikeReport(file, head);
    }

    @Override
    public RecordedTrace read(Path file, Request request) throws UnreadableTraceException {
        PrinterReport printer = printer(report(file), request.printer());
        Pane pane = request.pane().equals("webcam") ? printer.webcam() : printer.server();
        if (pane == null || pane.trace().isEmpty()) {
            throw refusals.of("no_pane", request.pane(), printer.name());
        }
        return new RecordedTrace(pane.trace(), false, 0);
    }

    private Report report(Path file) throws UnreadableTraceException {
        try {
            return reports.read(file).report();
        } catch (UnreadableReportException e) {
            throw new UnreadableTraceException(e.code(), e.sentence(), e.nextStep());
        }
    }

    private PrinterReport printer(Report report, @Nullable String wanted)
            throws UnreadableTraceException {
        List<PrinterReport> printers = report.printers();
        if (printers.isEmpty()) {
            throw refusals.of("no_printer");
        }
        if (wanted == null) {
            if (printers.size() > 1) {
                throw refusals.of("which_printer", names(printers));
            }
            return printers.getFirst();
        }
        List<PrinterReport> found =
                printers.stream()
                        .filter(p -> p.id().equals(wanted) || p.name().equals(wanted))
                        .toList();
        if (found.isEmpty()) {
            throw refusals.of("no_such_printer", wanted, names(printers));
        }
        if (found.size() > 1) {
            throw refusals.of("which_printer", ids(found));
        }
        return found.getFirst();
    }

    private static String names(List<PrinterReport> printers) {
        return printers.stream().map(PrinterReport::name).collect(Collectors.joining(", "));
    }

    /** Two printers of one name can only be told apart by their ids. */
    private static String ids(List<PrinterReport> printers) {
        return printers.stream()
                .map(printer -> printer.name() + " (" + printer.id() + ")")
                .collect(Collectors.joining(", "));
    }
}
