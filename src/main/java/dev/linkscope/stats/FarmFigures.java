package dev.linkscope.stats;

import dev.linkscope.domain.report.SharedOutage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a farm's printers have in common.
 *
 * @param sharedOutages outages of several printers together, in the order of time
 * @param printers each printer's rates, in the order given
 * @param spanPValue chance that the rest of the failures fall together as often as they do; null
 *     with fewer than two printers that failed
 * @param sharedCauseInSpan whether that is less than 0.001: there are shared causes too weak to be
 *     dated
 */
public record FarmFigures(
        List<SharedOutage> sharedOutages,
        List<PrinterRate> printers,
        @Nullable Double spanPValue,
        boolean sharedCauseInSpan) {
    public FarmFigures {
        sharedOutages = List.copyOf(sharedOutages);
        printers = List.copyOf(printers);
    }

    /**
     * One printer's rates.
     *
     * @param name as given
     * @param errorRate errors / attempts, 0 to 1; null without an attempt
     * @param ownErrorRate the same without the slots in shared outages; null without an attempt
     */
    public record PrinterRate(
            String name, @Nullable Double errorRate, @Nullable Double ownErrorRate) {}
}
