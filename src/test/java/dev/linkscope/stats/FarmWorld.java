package dev.linkscope.stats;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.stats.math.PoissonBinomial;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A made-up farm with a known truth. Each printer fails by itself in a Gilbert chain, one in twenty
 * has an hour of outage of its own, each is unseen now and then, has a phase of its own within the
 * cadence and a clock up to half a slot wrong to either side. Faults that several share make 98 %
 * of their slots fail.
 */
final class FarmWorld {
    private static final double FAILS_IN_A_FAULT = 0.98;
    private static final double OWN_LONG_OUTAGE = 0.05;
    private static final int HOUR = 360;
    private static final double UNSEEN_SPELLS = 0.002;
    private static final int UNSEEN_SLOTS = 8;

    private final int slots;
    private final List<char[]> rows = new ArrayList<>();
    private final List<Long> shifts = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final SplitMix random;

    /** A fault that several printers share; {@code from} and {@code length} are in slots. */
    record Fault(int from, int length, BitSet members) {
        boolean matches(SharedOutage found) {
            long begin = slotOf(found.from());
            long end = slotOf(found.to());
            boolean together = begin < from + length + 2 && end > from - 2;
            return together
                    && 2 * common(found) >= members.cardinality()
                    && 2 * common(found) >= found.members().size();
        }

        long common(SharedOutage found) {
            return found.members().stream()
                    .filter(name -> members.get(Integer.parseInt(name)))
                    .count();
        }
    }

    FarmWorld(int printers, int slots, double loss, double meanBurst, SplitMix random) {
        this.slots = slots;
        this.random = random;
        for (int printer = 0; printer < printers; printer++) {
            char[] row = Simulated.gilbert(slots, loss, meanBurst, random).toCharArray();
            if (random.nextDouble() < OWN_LONG_OUTAGE) {
                int to = random.nextInt(slots + HOUR);
                Arrays.fill(row, Math.max(0, to - HOUR), Math.min(slots, to), '0');
            }
            rows.add(row);
            shifts.add((long) ((random.nextDouble() + random.nextDouble() - 0.5) * 10_000));
        }
    }

    /** A fault of that many of the printers, drawn anew. */
    void strike(int from, int length, int members) {
        BitSet struck = new BitSet();
        while (struck.cardinality() < members) {
            struck.set(random.nextInt(rows.size()));
        }
        struck.stream()
                .forEach(printer -> {
                    for (int i = from; i < from + length; i++) {
                        if (random.nextDouble() < FAILS_IN_A_FAULT) {
                            rows.get(printer)[i] = '0';
                        }
                    }
                });
        faults.add(new Fault(from, length, struck));
    }

    List<Fault> faults() {
        return faults;
    }

    List<NamedTrace> traces() {
        List<NamedTrace> traces = new ArrayList<>();
        for (int printer = 0; printer < rows.size(); printer++) {
            int unseen = 0;
            List<Slot> row = new ArrayList<>();
            for (int i = 0; i < slots; i++) {
                Instant at =
                        Traces.START
                                .plus(Traces.CADENCE.multipliedBy(i))
                                .plusMillis(shifts.get(printer));
                unseen = random.nextDouble() < UNSEEN_SPELLS ? UNSEEN_SLOTS : unseen - 1;
                row.add(slot(rows.get(printer)[i], unseen > 0, at));
            }
            traces.add(
                    new NamedTrace(
                            Integer.toString(printer),
                            new Trace(List.of(new Segment(Traces.CADENCE, row)))));
        }
        return traces;
    }

    /** A part of each row; ends are slots. */
    static List<NamedTrace> between(List<NamedTrace> farm, int from, int to) {
        return farm.stream()
                .map(named -> {
                    List<Slot> slots = named.trace().segments().getFirst().slots();
                    return new NamedTrace(
                            named.name(),
                            new Trace(
                                    List.of(new Segment(Traces.CADENCE, slots.subList(from, to)))));
                })
                .toList();
    }

    private static Slot slot(char state, boolean unseen, Instant at) {
        if (unseen) {
            return Slot.notMeasured(at, NotMeasured.UNREACHABLE_FROM_HERE);
        }
        return state == '0' ? Slot.failed(at, Phase.CONNECT) : Slot.ok(at, 20_000);
    }

    private static long slotOf(Instant time) {
        return Duration.between(Traces.START, time).dividedBy(Traces.CADENCE);
    }

    /**
     * How many printers must fail together before chance cannot explain it, if everybody's own
     * chances were known: the smaller number of the two tests. None if not even all are enough.
     */
    static int needed(int printers, int slots, double loss, double meanBurst) {
        double alpha = Traces.CADENCE.toMillis() / 3.6e9 / 2;
        double state = (loss * slots + 0.5) / (slots + 1.0);
        double start = (loss / meanBurst * slots + 0.5) / (slots + 1.0);
        double[] tails = tails(printers, state);
        double[] starts = tails(printers, 1 - Math.pow(1 - start, 3));
        int needed = 2;
        while (needed <= printers && tails[needed] > alpha && starts[needed] > alpha) {
            needed++;
        }
        return needed;
    }

    private static double[] tails(int printers, double chance) {
        double[] chances = new double[printers];
        Arrays.fill(chances, chance);
        return PoissonBinomial.upperTails(chances);
    }

    static Stream<SharedOutage> found(List<NamedTrace> farm) {
        return SharedOutages.find(farm, Traces.CADENCE, List.of(), 0).sharedOutages().stream();
    }
}
