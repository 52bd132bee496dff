package dev.linkscope.stats;

import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.stats.math.PoissonBinomial;
import java.util.Optional;

/** The time in which an outage could begin, and in which of it a circumstance prevailed. */
final class Exposure {
    /**
     * With fewer outages nothing is said: even three of three can be chance at 20 % of the time.
     */
    private static final int FEWEST = 3;

    /** Haldane (1956) and Anscombe (1956): half an outage more on each side if one has none. */
    private static final double CONTINUITY = 0.5;

    private static final int TURNS = 999;

    /** Share of turns that may match as well; at 5 % one day of storms in four passed. */
    private static final double TURNS_AS_MANY = 0.01;

    /** Days that must agree, as in {@link ClockHabit}: one bad night is no habit. */
    private static final int DAYS = 3;

    private final Circumstance circumstance;
    private final RiskTime time;
    private final boolean[] prevailed;
    private final int outages;
    private final int with;

    private Exposure(Circumstance circumstance, RiskTime time, boolean[] prevailed) {
        this.circumstance = circumstance;
        this.time = time;
        this.prevailed = prevailed;
        int count = 0;
        int under = 0;
        for (int i = 0; i < prevailed.length; i++) {
            count += time.begins(i) ? 1 : 0;
            under += time.begins(i) && prevailed[i] ? 1 : 0;
        }
        this.outages = count;
        this.with = under;
    }

    /** That to a circumstance, where it is known. */
    static Exposure of(RiskTime all, Circumstance circumstance) {
        RiskTime known = all.only(circumstance.known().covering(all.moments()));
        return new Exposure(
                circumstance,
                known.apart(circumstance.apart()),
                circumstance.prevailed().covering(known.moments()));
    }

    /** What can be said; empty with too few outages, or if it always or never prevailed. */
    Optional<Coincidence> coincidence(String pane) {
        double share = share();
        if (outages < FEWEST || share == 0 || share == 1) {
            return Optional.empty();
        }
        return Optional.of(
                new Coincidence(
                        pane,
                        circumstance.factor(),
                        with,
                        outages,
                        share,
                        oddsRatio(share),
                        pValue()));
    }

    private double share() {
        double under = 0;
        double all = 0;
        for (int i = 0; i < prevailed.length; i++) {
            all += time.seconds(i);
            under += prevailed[i] ? time.seconds(i) : 0;
        }
        // A sum of sums: exactly all of it or none must stay exactly that.
        return under == all ? 1 : under / all;
    }

    private double oddsRatio(double share) {
        int without = outages - with;
        double half = with == 0 || without == 0 ? CONTINUITY : 0;
        return (with + half) / (without + half) / (share / (1 - share));
    }

    /** Chance of at least so many, if outages do not depend on it. */
    private double pValue() {
        double[] chances = new double[outages];
        int next = 0;
        for (int i = 0; i < prevailed.length; ) {
            int end = i;
            int under = 0;
            int begun = 0;
            while (end < prevailed.length && time.together(end, i)) {
                under += prevailed[end] ? 1 : 0;
                begun += time.begins(end) ? 1 : 0;
                end++;
            }
            for (int n = 0; n < begun; n++) {
                chances[next++] = (double) under / (end - i);
            }
            i = end;
        }
        return PoissonBinomial.upperTails(chances)[with];
    }

    /**
     * Whether it is more than one storm of outages in one spell. Outages and circumstance are
     * turned against each other as a whole, which keeps the storms of the ones and the spells of
     * the other; few turns may match as well. What comes back every day matches itself after a day,
     * so there days are counted.
     */
    boolean repeats() {
        return circumstance.daily() ? with >= DAYS : turnsAsMany() <= TURNS_AS_MANY;
    }

    /** Share of turns under which at least so many outages begin under the circumstance. */
    private double turnsAsMany() {
        int slots = prevailed.length;
        int turns = Math.min(TURNS, slots - 1);
        int[] begun = begun();
        int asMany = 1;
        for (int turn = 1; turn <= turns; turn++) {
            int shift = (int) ((long) turn * slots / (turns + 1));
            int under = 0;
            for (int slot : begun) {
                int turned = slot + shift;
                under += prevailed[turned < slots ? turned : turned - slots] ? 1 : 0;
            }
            asMany += under >= with ? 1 : 0;
        }
        return (double) asMany / (turns + 1);
    }

    private int[] begun() {
        int[] slots = new int[outages];
        int next = 0;
        for (int i = 0; i < prevailed.length; i++) {
            if (time.begins(i)) {
                slots[next++] = i;
            }
        }
        return slots;
    }
}
