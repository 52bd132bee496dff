package dev.linkscope.stats;

import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether drop-outs come at regular times.
 *
 * @param pValue smallest p of the tests made, times their number; null if none could be made
 * @param periodSeconds period of the test with the smallest p; null likewise
 */
record Periodicity(@Nullable Double pValue, @Nullable Double periodSeconds) {
    private static final long DAY_SECONDS = 86_400;
    private static final long HOUR_SECONDS = 3_600;

    /** Days of trace from which times of day are compared. */
    private static final int MIN_DAYS = 3;

    /**
     * One test's answer.
     *
     * @param pValue its own p
     * @param periodSeconds the period it speaks of
     */
    record Candidate(double pValue, double periodSeconds) {}

    /**
     * Tests the intervals between groups, over all groups and over those of two failures or more;
     * from three days on also the time of day and the minute of the hour.
     */
    static Periodicity test(List<SlotRow> rows, long seed, Thresholds limits) {
        List<Candidate> found = new ArrayList<>();
        int tests = 2;
        for (int minErrors = 1; minErrors <= 2; minErrors++) {
            SplitMix random = new SplitMix(SplitMix.mix(seed + minErrors));
            Candidate regular = RegularityTest.run(rows, limits, minErrors, random);
            if (regular != null) {
                found.add(regular);
            }
        }
        if (days(rows) >= MIN_DAYS) {
            for (long period : new long[] {DAY_SECONDS, HOUR_SECONDS}) {
                tests++;
                SplitMix random = new SplitMix(SplitMix.mix(seed + period));
                Candidate clock = ClockTest.run(rows, limits, period, random);
                if (clock != null) {
                    found.add(clock);
                }
            }
        }
        return best(found, tests);
    }

    private static Periodicity best(List<Candidate> found, int tests) {
        Candidate best = null;
        for (Candidate candidate : found) {
            best = best == null || candidate.pValue() < best.pValue() ? candidate : best;
        }
        return best == null
                ? new Periodicity(null, null)
                : new Periodicity(Math.min(1, tests * best.pValue()), best.periodSeconds());
    }

    private static double days(List<SlotRow> rows) {
        SlotRow last = rows.getLast();
        long seconds =
                last.endOf(last.length() - 1).getEpochSecond()
                        - rows.getFirst().scheduled(0).getEpochSecond();
        return (double) seconds / DAY_SECONDS;
    }
}
