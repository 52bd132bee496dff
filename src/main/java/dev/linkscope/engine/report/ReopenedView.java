package dev.linkscope.engine.report;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.stats.FarmStatements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the printers of a report had in common, as it tells; nothing is compared again. */
final class ReopenedView {
    private ReopenedView() {}

    /** The view of a report whose printers are shown as these snapshots. */
    static FarmView of(Report report, Map<PrinterId, SessionSnapshot> printers) {
        Map<PrinterId, Double> ownRates = new HashMap<>();
        printers.forEach((id, printer) -> {
            Double own = printer.server().figures().ownErrorRate();
            if (own != null) {
                ownRates.put(id, own);
            }
        });
        return new FarmView(
                1,
                report.generatedAt(),
                report.sharedOutages().stream().map(outage -> shared(outage, printers)).toList(),
                ownRates,
                false,
                List.of());
    }

    private static FarmView.Shared shared(
            SharedOutage outage, Map<PrinterId, SessionSnapshot> printers) {
        List<PrinterId> members =
                outage.members().stream()
                        .map(ReopenedFarm::idOf)
                        .filter(printers::containsKey)
                        .toList();
        return new FarmView.Shared(
                outage.from(),
                outage.to(),
                false,
                members,
                outage.measured(),
                chance(outage.pValue()),
                null,
                List.of(FarmStatements.of(outage)));
    }

    private static double chance(@Nullable Double pValue) {
        return pValue == null ? Double.NaN : pValue;
    }
}
