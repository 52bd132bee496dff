package dev.linkscope.demo;

import dev.linkscope.domain.probe.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * All outcomes of a run in the order in which its attempts end. Attempts overlap: a slow failure
 * never delays the next slot. Nothing is computed before it is asked for. Not thread-safe.
 */
final class OutcomeStream {
    private static final Comparator<Attempt> BY_END =
            Comparator.comparingLong(Attempt::endMillis)
                    .thenComparing(attempt -> attempt.line().spec().target())
                    .thenComparingLong(Attempt::slot);

    private final Boot boot;
    private final List<ProbeLine> lines;
    private final long[] nextSlots;
    private final PriorityQueue<Attempt> underWay = new PriorityQueue<>(BY_END);

    OutcomeStream(Boot boot, List<ProbeLine> lines) {
        this.boot = boot;
        this.lines = lines;
        this.nextSlots = new long[lines.size()];
    }

    /** When the next outcome is there; {@link Long#MAX_VALUE} after the last. */
    long nextMillis() {
        Attempt next = next();
        return next == null ? Long.MAX_VALUE : next.endMillis();
    }

    /** The next outcome, as this entry of its run; there must be one. */
    Outcome take(long sequence) {
        Attempt next = next();
        if (next == null) {
            throw new IllegalStateException("after the last outcome");
        }
        underWay.remove();
        return next.outcome(sequence, boot);
    }

    /** Whether something was measured and nothing is left; never while a probe is endless. */
    boolean finished() {
        return !lines.isEmpty() && next() == null;
    }

    private @Nullable Attempt next() {
        while (true) {
            int line = earliest();
            Attempt head = underWay.peek();
            if (line < 0 || (head != null && head.endMillis() < due(line))) {
                return head;
            }
            underWay.add(lines.get(line).attempt(nextSlots[line]));
            nextSlots[line]++;
        }
    }

    private int earliest() {
        int earliest = -1;
        for (int i = 0; i < nextSlots.length; i++) {
            if (due(i) < Long.MAX_VALUE && (earliest < 0 || due(i) < due(earliest))) {
                earliest = i;
            }
        }
        return earliest;
    }

    private long due(int line) {
        return lines.get(line).dueMillis(nextSlots[line]);
    }
}
