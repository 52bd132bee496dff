package dev.linkscope.octoprint.vantage;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One slot under way; it is reported once. */
final class Attempt {
    private final Line line;
    private final long slot;
    private final long startMillis;
    private final AtomicBoolean reported = new AtomicBoolean();
    private volatile @Nullable Verdict soFar;

    Attempt(Line line, long slot, long startMillis) {
        this.line = line;
        this.slot = slot;
        this.startMillis = startMillis;
    }

    Line line() {
        return line;
    }

    long slot() {
        return slot;
    }

    long startMillis() {
        return startMillis;
    }

    /** A failure whose phase is still being looked for. */
    void soFar(Verdict verdict) {
        soFar = verdict;
    }

    /** What is known already; null for nothing. */
    @Nullable Verdict soFar() {
        return soFar;
    }

    /** Whether it has been reported. */
    boolean isReported() {
        return reported.get();
    }

    /** True for the first who asks. */
    boolean mayReport() {
        return reported.compareAndSet(false, true);
    }
}
