package dev.linkscope.stats;

import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.RatePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The slots of the last minutes and their error rate, at constant cost a slot. */
final class RateWindow {
    private record Entry(Instant end, byte state, boolean joined) {
        boolean measured() {
            return state != SlotRow.BLIND;
        }

        boolean failed() {
            return state == SlotRow.FAILED;
        }
    }

    private final Duration window;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int attempts;
    private int errors;
    private PairCounts pairs = PairCounts.NONE;

    RateWindow(Duration window) {
        this.window = window;
    }

    /**
     * Adds a slot and drops those that ended a window's length before it.
     *
     * @param joined whether it follows the slot before it without a break
     */
    RatePoint add(Instant end, byte state, boolean joined) {
        Entry previous = entries.peekLast();
        Entry entry = new Entry(end, state, joined);
        if (previous != null && pair(previous, entry)) {
            pairs = pairs.plus(previous.failed(), entry.failed());
        }
        entries.addLast(entry);
        count(entry, 1);
        Instant begin = end.minus(window);
        while (!entries.getFirst().end().isAfter(begin)) {
            dropFirst();
        }
        return point(end);
    }

    private void dropFirst() {
        Entry first = entries.removeFirst();
        count(first, -1);
        Entry second = entries.getFirst();
        if (pair(first, second)) {
            pairs = pairs.minus(first.failed(), second.failed());
        }
    }

    private static boolean pair(Entry first, Entry second) {
        return second.joined() && first.measured() && second.measured();
    }

    private void count(Entry entry, int by) {
        attempts += entry.measured() ? by : 0;
        errors += entry.failed() ? by : 0;
    }

    private RatePoint point(Instant at) {
        if (attempts == 0) {
            return new RatePoint(at, Double.NaN, Double.NaN, Double.NaN);
        }
        Interval interval = Intervals.errorRate(attempts, errors, pairs);
        return new RatePoint(at, (double) errors / attempts, interval.low(), interval.high());
    }
}
