package dev.linkscope.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one session's pace. A printer more or less in the farm changes the pace of the others, and
 * a new pace is a new run: it is taken up with a new conversation, or after a minute. {@link #want}
 * may be called from any thread.
 */
final class PaceKeeper {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final boolean finite;
    private final LongSupplier nanos;
    private final AskAgain hurry;
    private volatile Pace wanted = Pace.ALONE;
    private @Nullable Pace kept;
    private long since;

    /**
     * A keeper without a pace.
     *
     * @param finite whether the plan ends: its pace never changes
     */
    PaceKeeper(boolean finite, LongSupplier nanos) {
        this.finite = finite;
        this.nanos = nanos;
        this.hurry = new AskAgain(nanos);
    }

    /** This pace is to be kept from the next occasion on. */
    void want(Pace pace) {
        wanted = pace;
    }

    /** What is wanted need not wait for its occasion, but for a pause. Any thread. */
    void hurry(Duration pause) {
        hurry.after(pause);
    }

    /** The pace that is wanted. */
    Pace wanted() {
        return wanted;
    }

    /** The pace to ask with: another one only if it changes a cadence and the time has come. */
    Pace adopt() {
        Pace now = kept;
        if (now == null || isDue()) {
            now = wanted;
            kept = now;
            since = nanos.getAsLong();
            hurry.done();
        }
        return now;
    }

    /** Whether another pace is to be adopted now. */
    boolean isDue() {
        Pace now = kept;
        return now != null
                && !finite
                && wanted.stretch() != now.stretch()
                && (hurry.isDue() || nanos.getAsLong() - since > PATIENCE_NANOS);
    }
}
