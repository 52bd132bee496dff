package dev.linkscope.report.draft;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Enclosure;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that goes beside a printer of a report. By its place in the list: redaction may take away
 * the printer's id.
 *
 * @param printer number of the printer in the report, from 0
 * @param enclosure the text
 */
record Beside(int printer, Enclosure enclosure) {

    /** The texts of printers that are in the report; the report is not yet redacted. */
    static List<Beside> of(Report report, List<Enclosure> enclosures) {
        List<String> ids = report.printers().stream().map(printer -> printer.id()).toList();
        List<Beside> beside = new ArrayList<>();
        for (Enclosure enclosure : enclosures) {
            int printer = ids.indexOf(enclosure.printer().toString());
            if (printer >= 0) {
                beside.add(new Beside(printer, enclosure));
            }
        }
        return beside;
    }
}
