package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** All pages of a report: of a farm first what its printers have in common, then each of them. */
final class ReportPages {
    private final Look look;
    private final Sheet sheet;
    private final Made made;
    private final Function<Trace, List<RatePoint>> curve;

    ReportPages(Look look, Sheet sheet, Made made, Function<Trace, List<RatePoint>> curve) {
        this.look = look;
        this.sheet = sheet;
        this.made = made;
        this.curve = curve;
    }

    /**
     * Adds them.
     *
     * @param report one that was redacted
     * @param progress is told of each printer, and may end it there
     */
    void add(Report report, Progress progress) throws IOException {
        List<PrinterReport> printers = report.printers();
        boolean farm = printers.size() != 1;
        if (farm) {
            new OverviewPage(look, sheet).add(report);
        }
        var ready = new CurvesAhead(report, curve);
        var first = new PrinterPages(look, sheet, made, ready);
        var further = new FurtherPages(look, sheet, made);
        for (int i = 0; i < printers.size(); i++) {
            progress.at(i, printers.size());
            first.add(report, printers.get(i));
            further.add(report, printers.get(i));
        }
        if (farm) {
            sheet.begin(look.say("report.pages.definitions"));
        }
        new Definitions(look, sheet).add(report);
        progress.at(printers.size(), printers.size());
    }
}
