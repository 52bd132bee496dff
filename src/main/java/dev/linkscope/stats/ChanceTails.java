package dev.linkscope.stats;

import dev.linkscope.stats.math.PoissonBinomial;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Chance that m or more printers do something at once, each by itself; kept by who is measured. */
final class ChanceTails {
    private final double[] chances;
    private final Map<BitSet, double[]> tails = new HashMap<>();

    /**
     * Tails over independent printers.
     *
     * @param chances each printer's own chance
     */
    ChanceTails(double[] chances) {
        this.chances = chances.clone();
    }

    /** Chance that at least {@code count} of the printers measured do it. */
    double of(int count, BitSet measured) {
        return tails.computeIfAbsent(
                        measured,
                        set ->
                                PoissonBinomial.upperTails(
                                        set.stream().mapToDouble(i -> chances[i]).toArray()))[
                count];
    }
}
