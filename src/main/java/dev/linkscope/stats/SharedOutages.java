package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outages that several printers had together, more than chance explains. The null: each printer
 * fails by itself, with its own share. Two tests look at every slot, for printers that fail now and
 * for outages that start now; by chance they find one slot in 1,000 hours.
 */
public final class SharedOutages {
    /** Hours in which one slot may look shared by chance. */
    private static final double HOURS_PER_FALSE_SLOT = 1_000;

    /** Chance of finding a shared cause in a span where there is none. */
    private static final double SPAN_SIGNIFICANCE = 0.001;

    /** Shares taken from everything, then again without what was found. */
    private static final int PASSES = 2;

    private static final int SPAN_SHIFTS = 9_999;

    private SharedOutages() {}

    /**
     * Finds shared outages.
     *
     * @param traces the farm, each name once
     * @param cadence the common grid; the slowest cadence among them where that is slower
     */
    public static FarmFigures find(List<NamedTrace> traces, Duration cadence) {
        Duration slowest = slowest(traces, cadence);
        FarmGrid grid = FarmGrid.of(traces, slowest);
        double alpha = slowest.toMillis() / (HOURS_PER_FALSE_SLOT * 3_600_000);
        BitSet shared = new BitSet();
        List<SharedRun> runs = List.of();
        for (int pass = 0; pass < PASSES; pass++) {
            runs = SharedRun.merge(detect(grid, shared, alpha / 2));
            for (SharedRun run : runs) {
                shared.set(run.from(), run.to() + 1);
            }
        }
        List<SharedOutage> outages =
                runs.stream().map(run -> SharedMembers.describe(grid, run, shared)).toList();
        Double span = ShiftTest.pValue(grid, shared, new SplitMix(grid.hash()), SPAN_SHIFTS);
        return new FarmFigures(
                outages,
                rates(traces, grid, shared),
                span,
                span != null && span < SPAN_SIGNIFICANCE);
    }

    private static Duration slowest(List<NamedTrace> traces, Duration least) {
        return traces.stream()
                .flatMap(named -> named.trace().segments().stream())
                .map(Segment::cadence)
                .reduce(least, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    private static List<SharedRun> detect(FarmGrid grid, BitSet shared, double alpha) {
        List<SharedRun> found = new ArrayList<>();
        found.addAll(new StateTest(grid, shared).find(alpha));
        found.addAll(new OnsetTest(grid, shared).find(alpha));
        return found;
    }

    private static List<FarmFigures.PrinterRate> rates(
            List<NamedTrace> traces, FarmGrid grid, BitSet shared) {
        return traces.stream()
                .map(named -> {
                    List<Slot> measured = named.trace().slots().filter(Slot::measured).toList();
                    List<Slot> own =
                            measured.stream()
                                    .filter(slot -> !shared.get(grid.cellOf(slot)))
                                    .toList();
                    return new FarmFigures.PrinterRate(named.name(), rate(measured), rate(own));
                })
                .toList();
    }

    private static @Nullable Double rate(List<Slot> slots) {
        return slots.isEmpty()
                ? null
                : (double) slots.stream().filter(Slot::failed).count() / slots.size();
    }
}
