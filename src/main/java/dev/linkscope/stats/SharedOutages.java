package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Outages that several printers had together, more than chance explains. The null: each printer
 * fails by itself, with its own share. Two tests look at every slot, for printers that fail now and
 * for outages that start now; by chance they find one slot in 1,000 hours. What they find grows to
 * a whole outage; then everybody's own share is taken again without it, and the tests are made
 * again on what is left, until they find nothing more.
 */
public final class SharedOutages {
    /** Hours in which one slot may look shared by chance. */
    private static final double HOURS_PER_FALSE_SLOT = 1_000;

    /** Chance of finding a shared cause in a span where there is none. */
    private static final double SPAN_SIGNIFICANCE = 0.001;

    /** Each but the last has found something; a farm in which more goes on than that is rare. */
    private static final int MOST_PASSES = 6;

    private static final int SPAN_SHIFTS = 9_999;

    private final FarmGrid grid;
    private final double alpha;
    private List<SharedRun> runs = List.of();

    private SharedOutages(FarmGrid grid, double alpha) {
        this.grid = grid;
        this.alpha = alpha;
    }

    /**
     * Finds shared outages.
     *
     * @param traces the farm, each name once
     * @param cadence the common grid; the slowest cadence among them where that is slower
     */
    public static FarmFigures find(List<NamedTrace> traces, Duration cadence) {
        return find(traces, cadence, List.of(), SPAN_SHIFTS);
    }

    /**
     * Finds shared outages while a span moves on.
     *
     * @param traces the farm, each name once
     * @param cadence the common grid; the slowest cadence among them where that is slower
     * @param known found before, in an earlier span that overlaps this one: they stay what they
     *     were, and go on as long as their members are down, also where the span does not show any
     *     more how they began
     * @param spanShifts how often rows are turned at most to see whether more is shared over the
     *     span, the dearest part; 0 leaves that out, fewer than 1,000 cannot find anything
     */
    public static FarmFigures find(
            List<NamedTrace> traces, Duration cadence, List<SharedOutage> known, int spanShifts) {
        Duration slowest = slowest(traces, cadence);
        FarmGrid grid = FarmGrid.of(traces, slowest);
        double alpha = slowest.toMillis() / (HOURS_PER_FALSE_SLOT * 3_600_000);
        var search = new SharedOutages(grid, alpha / 2);
        search.recall(known);
        for (int pass = 0; pass < MOST_PASSES && search.findMore(); pass++) {
            // Goes on until nothing more is found.
        }
        FarmGrid own = grid.without(search.runs);
        Double span =
                spanShifts == 0
                        ? null
                        : TimeShift.pValue(own, search.runs, new SplitMix(grid.hash()), spanShifts);
        return new FarmFigures(
                search.runs.stream().map(grid::described).toList(),
                OwnRates.of(traces, own),
                span,
                span != null && span < SPAN_SIGNIFICANCE);
    }

    private static Duration slowest(List<NamedTrace> traces, Duration least) {
        return traces.stream()
                .flatMap(named -> named.trace().segments().stream())
                .map(Segment::cadence)
                .reduce(least, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    private void recall(List<SharedOutage> known) {
        var growth = new OutageGrowth(grid);
        List<SharedRun> recalled = new ArrayList<>();
        for (SharedOutage outage : known) {
            int to = grid.cellBefore(outage.to().minusMillis(1));
            BitSet members = grid.indexesOf(outage.members());
            if (to >= 0 && members.cardinality() >= 2) {
                Double p = outage.pValue();
                recalled.add(
                        growth.goneOn(
                                new SharedRun(
                                        Math.max(0, grid.cellBefore(outage.from())),
                                        to,
                                        members,
                                        p == null ? alpha : p,
                                        outage.test())));
            }
        }
        for (int i = 0; i < recalled.size(); i++) {
            SharedRun run = recalled.get(i);
            // Who joined since it was seen last, where its begin can still be seen.
            if (run.from() > SharedRun.EDGE) {
                List<SharedRun> others = new ArrayList<>(recalled);
                others.remove(i);
                recalled.set(i, settled(run, grid.without(others)));
            }
        }
        runs = List.copyOf(recalled);
    }

    private static SharedRun settled(SharedRun run, FarmGrid others) {
        SharedRun settled = SharedMembers.settle(others, run);
        return settled.members().cardinality() < 2 ? run : settled;
    }

    /** Whether there was more to be found. */
    private boolean findMore() {
        FarmGrid own = grid.without(runs);
        List<SharedSeed> seeds = new ArrayList<>(new FailingTogether(own).find(alpha));
        seeds.addAll(new StartingTogether(own).find(alpha));
        seeds.sort(Comparator.comparingDouble(SharedSeed::pValue));
        var growth = new OutageGrowth(own);
        List<SharedRun> fresh = new ArrayList<>();
        for (SharedSeed seed : seeds) {
            if (fresh.stream().noneMatch(run -> run.near(seed.cell()))) {
                fresh.add(growth.of(seed));
            }
        }
        fresh.forEach(run -> take(run, own));
        return !fresh.isEmpty();
    }

    /** A run joins the outage that it is a part of, or is one of its own. */
    private void take(SharedRun fresh, FarmGrid own) {
        List<SharedRun> next = new ArrayList<>();
        SharedRun whole = fresh;
        for (SharedRun run : runs) {
            if (run.includes(fresh)) {
                whole = whole.joined(run);
            } else {
                next.add(run);
            }
        }
        FarmGrid others = next.size() == runs.size() ? own : grid.without(next);
        next.add(settled(whole, others));
        next.sort(Comparator.comparingInt(SharedRun::from).thenComparingInt(SharedRun::to));
        runs = List.copyOf(next);
    }
}
