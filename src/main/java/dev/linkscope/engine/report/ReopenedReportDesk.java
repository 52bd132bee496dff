package dev.linkscope.engine.report;

import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.ReportDesk;
import dev.linkscope.engine.port.ReportPress;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a report that was opened once more, with the figures that it has: for all or some of its
 * printers, redacted as it was or more strictly. Span and note stay those of the report, and logs
 * are never beside it.
 */
public final class ReopenedReportDesk implements ReportDesk {
    private final Report report;
    private final ReopenedFarm farm;
    private final ReportPress press;

    /**
     * A desk for one report.
     *
     * @param farm made of the same report
     */
    public ReopenedReportDesk(Report report, ReopenedFarm farm, ReportPress press) {
        this.report = report;
        this.farm = farm;
        this.press = press;
    }

    @Override
    public ReportDraft draft(ReportRequest request, Progress progress) throws IOException {
        return press.draft(chosen(request), List.of(), progress);
    }

    private Report chosen(ReportRequest request) {
        List<PrinterReport> printers = farm.reported(request.printers());
        ReportScope scope = report.scope();
        return new Report(
                report.generatedAt(),
                report.language(),
                report.simulated(),
                printers,
                shared(printers),
                new ReportScope(
                        scope.from(),
                        scope.to(),
                        // What was taken out is not in it any more: no level gives it back.
                        scope.level().stricter(request.scope().level()),
                        scope.note()));
    }

    /** Shared outages in which any of these printers was. */
    private List<SharedOutage> shared(List<PrinterReport> printers) {
        if (printers.size() == report.printers().size()) {
            return report.sharedOutages();
        }
        Set<String> ids = new HashSet<>();
        printers.forEach(printer -> ids.add(printer.id()));
        return report.sharedOutages().stream()
                .filter(outage -> outage.members().stream().anyMatch(ids::contains))
                .toList();
    }
}
