package dev.linkscope.engine;

import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.engine.port.FixStoreException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was tried with each printer, as it was kept when a report was begun. */
record ReportedFixes(Map<PrinterId, List<ReportedFix>> byPrinter)
        implements Function<PrinterId, List<ReportedFix>> {
    private static final Logger LOG = LoggerFactory.getLogger(ReportedFixes.class);

    /**
     * What a store keeps now. One that cannot be read leaves it out: a report is wanted most when
     * something is wrong.
     */
    static ReportedFixes read(FixStore store) {
        try {
            Map<String, List<LedgerEntry>> entries =
                    store.ledger().stream().collect(Collectors.groupingBy(LedgerEntry::fixCase));
            return new ReportedFixes(
                    store.cases().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            FixCase::printer,
                                            Collectors.mapping(
                                                    one -> of(one, entries),
                                                    Collectors.toList()))));
        } catch (FixStoreException e) {
            LOG.warn("The report is made without what was tried", e);
            return new ReportedFixes(Map.of());
        }
    }

    private static ReportedFix of(FixCase one, Map<String, List<LedgerEntry>> entries) {
        return new ReportedFix(one, entries.getOrDefault(one.id(), List.of()));
    }

    /** The oldest case first. */
    @Override
    public List<ReportedFix> apply(PrinterId printer) {
        return byPrinter.getOrDefault(printer, List.of());
    }
}
