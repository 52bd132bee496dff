package dev.linkscope.engine.fix;

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

/**
 * What was tried with each printer, for a report. The store is read for each printer anew, so that
 * a report holds what is kept when it is made; a store that cannot be read leaves it out: a report
 * is wanted most when something is wrong.
 */
public final class ReportedFixes implements Function<PrinterId, List<ReportedFix>> {
    private static final Logger LOG = LoggerFactory.getLogger(ReportedFixes.class);

    private final FixStore store;

    /** What is kept in a store. */
    public ReportedFixes(FixStore store) {
        this.store = store;
    }

    /** The oldest case first. */
    @Override
    public List<ReportedFix> apply(PrinterId printer) {
        try {
            List<FixCase> cases =
                    store.cases().stream().filter(one -> one.printer().equals(printer)).toList();
            if (cases.isEmpty()) {
                return List.of();
            }
            Map<String, List<LedgerEntry>> entries =
                    store.ledger().stream().collect(Collectors.groupingBy(LedgerEntry::fixCase));
            return cases.stream()
                    .map(one -> new ReportedFix(one, entries.getOrDefault(one.id(), List.of())))
                    .toList();
        } catch (FixStoreException e) {
            LOG.warn("The report is made without what was tried", e);
            return List.of();
        }
    }
}
