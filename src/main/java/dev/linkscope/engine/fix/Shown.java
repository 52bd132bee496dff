package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.printer.PrinterId;
import java.util.List;
import java.util.Map;

/**
 * Everything that the desk tells at one moment. Immutable.
 *
 * @param views all ways, ended ones too, the latest first
 * @param ledger every change to a printer, the latest first
 * @param marks its changes, the oldest first
 */
record Shown(
        List<FixView> views,
        Map<PrinterId, List<LedgerEntry>> ledger,
        Map<PrinterId, List<FixMark>> marks) {
    static final Shown NOTHING = new Shown(List.of(), Map.of(), Map.of());

    Shown {
        views = List.copyOf(views);
        ledger = Map.copyOf(ledger);
        marks = Map.copyOf(marks);
    }
}
