package dev.linkscope.stats;

/**
 * Follows outages as users read them, slot by slot: failures with at most one slot between them,
 * two or more. Remembers the longest.
 */
final class OutageCounter {
    /** Slots without a failure that end an outage. */
    static final int GMIN = 2;

    private int slots;
    private int quietSlots;
    private int failures;
    private double longestSeconds;

    /** A slot failed. */
    void fail(double cadenceSeconds) {
        slots += quietSlots + 1;
        quietSlots = 0;
        failures++;
        if (failures >= 2) {
            longestSeconds = Math.max(longestSeconds, slots * cadenceSeconds);
        }
    }

    /** Slots that did not fail or were not measured. */
    void pass(int count) {
        if (failures > 0) {
            quietSlots += count;
            if (quietSlots >= GMIN) {
                breakOff();
            }
        }
    }

    /** Ends the outage under way, if any. */
    void breakOff() {
        slots = 0;
        quietSlots = 0;
        failures = 0;
    }

    double longestSeconds() {
        return longestSeconds;
    }
}
