package dev.linkscope.stats;

import java.time.Duration;

/**
 * Something that may have to do with outages, over time.
 *
 * @param factor its stable name, such as {@code wifi.weak}
 * @param known when it is known whether it prevailed
 * @param prevailed when it prevailed, or had done so shortly before; what lies outside {@code
 *     known} is ignored
 * @param apart outages that begin less than this apart count once. Not zero for a part of the day:
 *     there it is what keeps one storm from passing for a habit
 */
public record Circumstance(String factor, Spans known, Spans prevailed, Duration apart) {
    /** One that comes and goes at no fixed times; each outage counts. */
    public Circumstance(String factor, Spans known, Spans prevailed) {
        this(factor, known, prevailed, Duration.ZERO);
    }

    /** Whether it comes back every day. */
    boolean daily() {
        return apart.isPositive();
    }
}
