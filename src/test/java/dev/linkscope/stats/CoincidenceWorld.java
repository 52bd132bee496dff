package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A made-up span of slots with circumstances that come and go in spells, and outages that have to
 * do with the first of them or with none.
 */
final class CoincidenceWorld {
    private static final int CIRCUMSTANCES = 6;

    private final int slots;
    private final SplitMix random;
    private final List<BitSet> prevails = new ArrayList<>();
    private final char[] row;

    /**
     * Six circumstances with other shares and lengths of spells.
     *
     * @param share share of the time of the first
     * @param spell mean length of its spells, in slots
     */
    CoincidenceWorld(int slots, double share, double spell, SplitMix random) {
        this.slots = slots;
        this.random = random;
        this.row = new char[slots];
        Arrays.fill(row, '1');
        prevails.add(spells(share, spell));
        for (int i = 1; i < CIRCUMSTANCES; i++) {
            prevails.add(spells(0.03 + 0.4 * random.nextDouble(), 6 + random.nextInt(1_500)));
        }
    }

    private BitSet spells(double share, double mean) {
        var prevailing = new BitSet();
        boolean now = random.nextDouble() < share;
        double enter = share / (1 - share) / mean;
        for (int i = 0; i < slots; i++) {
            prevailing.set(i, now);
            now = random.nextDouble() < (now ? 1 - 1 / mean : enter);
        }
        return prevailing;
    }

    /** Outages anywhere, of two slots to eight. */
    CoincidenceWorld outages(int count) {
        for (int i = 0; i < count; i++) {
            fail(random.nextInt(slots));
        }
        return this;
    }

    /** Outages that begin under the first circumstance {@code odds} times as readily as else. */
    CoincidenceWorld outages(int count, double odds) {
        for (int i = 0; i < count; ) {
            int at = random.nextInt(slots);
            if (prevails.getFirst().get(at) || random.nextDouble() < 1 / odds) {
                fail(at);
                i++;
            }
        }
        return this;
    }

    /** Storms of outages anywhere: each several within half an hour. */
    CoincidenceWorld storms(int count) {
        for (int i = 0; i < count; i++) {
            int begin = random.nextInt(slots);
            int outages = 2 + random.nextInt(5);
            for (int n = 0; n < outages; n++) {
                fail(Math.min(slots - 1, begin + random.nextInt(180)));
            }
        }
        return this;
    }

    private void fail(int at) {
        int length = 2 + random.nextInt(7);
        Arrays.fill(row, at, Math.min(slots, at + length), '0');
    }

    /** What is believed of it. */
    List<Coincidence> believed() {
        Trace trace = Traces.of(new String(row));
        var circumstances = new ArrayList<Circumstance>();
        for (int i = 0; i < prevails.size(); i++) {
            circumstances.add(circumstance("c" + i, prevails.get(i), slots));
        }
        return CoincidenceOf.believed(
                "server", trace, FailureTimes.outages(SlotRow.of(trace)), circumstances);
    }

    /** One that is known all the time and prevails in these slots. */
    static Circumstance circumstance(String factor, BitSet prevails, int slots) {
        long start = Traces.START.toEpochMilli();
        long cadence = Traces.CADENCE.toMillis();
        var spans = new Spans.Builder();
        prevails.stream().forEach(i -> spans.add(start + i * cadence, start + (i + 1) * cadence));
        return new Circumstance(
                factor,
                new Spans.Builder().add(start, start + slots * cadence).build(),
                spans.build());
    }
}
