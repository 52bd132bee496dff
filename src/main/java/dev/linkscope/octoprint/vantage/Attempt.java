package dev.linkscope.octoprint.vantage;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Timings;
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

    /** What came of it, as an entry of the run. */
    Outcome outcome(long sequence, long endMillis, Verdict verdict) {
        long micros = Math.min(Integer.MAX_VALUE, (endMillis - startMillis) * 1_000);
        return new Outcome(
                sequence,
                line.spec().target(),
                line.spec().kind(),
                slot,
                startMillis,
                endMillis,
                verdict.state(),
                verdict.phase(),
                verdict.errorClass(),
                Timings.ofTotal((int) micros),
                verdict.details());
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
