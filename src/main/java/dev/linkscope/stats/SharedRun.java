package dev.linkscope.stats;

import java.util.BitSet;

/**
 * A shared outage on the farm's grid.
 *
 * @param from first cell
 * @param to last cell
 * @param members printers that failed in it
 * @param pValue smallest p of a cell
 * @param test which test gave it
 */
record SharedRun(int from, int to, BitSet members, double pValue, String test) {
    /** What is so near its edges belongs to it: slots of different printers never line up. */
    static final int EDGE = 2;

    boolean near(int cell) {
        return from - EDGE <= cell && cell <= to + EDGE;
    }

    SharedRun withMembers(BitSet others) {
        return new SharedRun(from, to, others, pValue, test);
    }

    /**
     * Whether the other is a part of this one: it touches it and began with it, or most of its
     * members were in it. What begins later and hits others is an outage of its own.
     */
    boolean includes(SharedRun other) {
        if (other.from > to + EDGE + 1 || other.to < from - EDGE - 1) {
            return false;
        }
        BitSet known = (BitSet) other.members.clone();
        known.and(members);
        return Math.abs(other.from - from) <= EDGE
                || 2 * known.cardinality() > other.members.cardinality();
    }

    SharedRun joined(SharedRun other) {
        SharedRun stronger = pValue <= other.pValue ? this : other;
        BitSet both = (BitSet) members.clone();
        both.or(other.members);
        return new SharedRun(
                Math.min(from, other.from),
                Math.max(to, other.to),
                both,
                stronger.pValue,
                stronger.test);
    }
}
