package dev.linkscope.stats;

import java.time.Duration;
import java.util.Arrays;

/** Parts of time, in its order, that do not touch. */
public final class Spans {
    private final long[] from;
    private final long[] to;

    private Spans(long[] from, long[] to) {
        this.from = from;
        this.to = to;
    }

    /** Collects spans in the order of time. Not thread-safe. */
    public static final class Builder {
        private long[] from = new long[16];
        private long[] to = new long[16];
        private int size;

        /**
         * Adds [from, to); what touches the span before goes on with it, what is empty is left out.
         *
         * @param fromMillis since 1970, not before that of the span before
         */
        public Builder add(long fromMillis, long toMillis) {
            if (toMillis <= fromMillis) {
                return this;
            }
            if (size > 0 && fromMillis <= to[size - 1]) {
                to[size - 1] = Math.max(to[size - 1], toMillis);
                return this;
            }
            if (size == from.length) {
                from = Arrays.copyOf(from, 2 * size);
                to = Arrays.copyOf(to, 2 * size);
            }
            from[size] = fromMillis;
            to[size++] = toMillis;
            return this;
        }

        /** What was added so far. */
        public Spans build() {
            return new Spans(Arrays.copyOf(from, size), Arrays.copyOf(to, size));
        }
    }

    /** The same, each lasting longer: a moment lies in one if a span was over no longer before. */
    public Spans lasting(Duration longer) {
        var longerOnes = new Builder();
        for (int i = 0; i < from.length; i++) {
            longerOnes.add(from[i], to[i] + longer.toMillis());
        }
        return longerOnes.build();
    }

    /** Which of some moments, in the order of time, lie in a span. */
    boolean[] covering(long[] moments) {
        var covered = new boolean[moments.length];
        int span = 0;
        for (int i = 0; i < moments.length; i++) {
            while (span < to.length && to[span] <= moments[i]) {
                span++;
            }
            covered[i] = span < to.length && from[span] <= moments[i];
        }
        return covered;
    }
}
