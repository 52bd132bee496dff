package dev.linkscope.stats;

import dev.linkscope.stats.math.PoissonBinomial;
import java.util.BitSet;

/**
 * Chance that m or more printers do something at once, each by itself; remembered while the same
 * ones are measured, as in most cells.
 */
final class ChanceTails {
    /** Above this nobody asks how large a chance is. */
    private static final double RARE = 0.001;

    private final double[] chances;
    private BitSet lastMeasured = new BitSet();
    private double[] lastTails = {1};

    /**
     * Tails over independent printers.
     *
     * @param chances each printer's own chance
     */
    ChanceTails(double[] chances) {
        this.chances = chances.clone();
    }

    /** Chance that at least {@code count} of the printers measured do it; exact below 0.001. */
    double of(int count, BitSet measured) {
        if (measured.equals(lastMeasured)) {
            return lastTails[count];
        }
        double[] some = measured.stream().mapToDouble(i -> chances[i]).toArray();
        double expected = 0;
        for (double chance : some) {
            expected += chance;
        }
        if (measured.cardinality() == chances.length) {
            lastMeasured = (BitSet) measured.clone();
            lastTails = PoissonBinomial.upperTails(some);
            return lastTails[count];
        }
        // The median of such a sum lies within one of its mean (Jogdeo and Samuels 1968).
        return count <= expected - 1 ? 1 : PoissonBinomial.rareTail(some, count, RARE);
    }
}
