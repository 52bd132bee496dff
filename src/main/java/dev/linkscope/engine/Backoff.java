package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.FailureCode;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Waiting times between attempts to reach a Pi. A link that was up is tried every one to two
 * seconds for ten minutes, so that it is back soon after the network is; all else, and longer
 * outages, at intervals that double up to 30 s.
 *
 * <p>OpenSSH refuses addresses whose connections end before the login (sshd_config(5),
 * PerSourcePenalties: one second of penalty for each, from 15 s on). At most one attempt a second
 * never gathers that much; refused logins, which cost more, are not tried again by themselves.
 * Asking while it refuses costs nothing, so that a computer that was shut out is let in again by
 * itself.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** OpenSSH bars an address for 15 s at least and for ten minutes at most. */
    private static final Duration BARRED = Duration.ofSeconds(30);

    private static final Duration BARRED_LONGEST = Duration.ofMinutes(10);
    private static final Duration QUICK_PHASE = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private final DoubleSupplier random;
    private Duration next = FIRST;
    private Duration barred = BARRED;
    private boolean waiting;
    private long since;
    private boolean trying;
    private long triedAt;

    /**
     * Begins with the shortest wait.
     *
     * @param nanos a clock that only runs forward
     * @param random numbers from 0 to 1, so that the printers of a farm do not come in one breath
     */
    Backoff(LongSupplier nanos, DoubleSupplier random) {
        this.nanos = nanos;
        this.random = random;
    }

    /** An attempt begins now. */
    void trying() {
        trying = true;
        triedAt = nanos.getAsLong();
    }

    /**
     * How long to wait now. An attempt that took long has waited already: one or two seconds lie
     * between the beginnings, and after it at most a half.
     *
     * @param why what the last attempt ended with
     * @param wasUp whether the link was up before
     */
    Duration next(FailureCode why, boolean wasUp) {
        long now = nanos.getAsLong();
        if (!waiting) {
            waiting = true;
            since = now;
        }
        if (wasUp && ofTheWay(why) && now - since < QUICK_PHASE.toNanos()) {
            Duration left = FIRST.plus(share(FIRST)).minusNanos(trying ? now - triedAt : 0);
            Duration least = share(FIRST).dividedBy(2);
            return left.compareTo(least) > 0 ? left : least;
        }
        if (why == FailureCode.LOCKED_OUT) {
            Duration pause = barred;
            barred = doubled(pause, BARRED_LONGEST);
            return upperHalf(pause);
        }
        Duration pause = next;
        next = doubled(pause, LONGEST);
        return upperHalf(pause);
    }

    private static Duration doubled(Duration pause, Duration longest) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** Evenly spread, and never nothing. */
    private Duration upperHalf(Duration pause) {
        Duration half = pause.dividedBy(2);
        return half.plus(share(half));
    }

    /** The link worked: begin again with the shortest wait. */
    void reset() {
        next = FIRST;
        barred = BARRED;
        waiting = false;
    }

    private Duration share(Duration of) {
        return Duration.ofNanos((long) (of.toNanos() * random.getAsDouble()));
    }

    /** Nothing was started on the Pi, so that trying again costs it nothing. */
    private static boolean ofTheWay(FailureCode code) {
        return switch (code) {
            case NAME_UNKNOWN,
                    UNREACHABLE,
                    CONNECTION_REFUSED,
                    JUMP_HOST_FAILED,
                    LINK_SILENT,
                    LINK_BROKEN ->
                    true;
            default -> false;
        };
    }
}
