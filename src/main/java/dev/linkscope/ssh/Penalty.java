package dev.linkscope.ssh;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a server holds against this computer, as OpenSSH 9.8 and newer count it (sshd_config(5),
 * PerSourcePenalties): seconds that add up and pass. From 15 on it refuses every login until they
 * have passed, also good ones. Not thread-safe.
 */
final class Penalty {
    /** Of a login that was refused. */
    static final Duration REFUSED = Duration.ofSeconds(5);

    /** Of a connection that ended before any login. */
    static final Duration UNUSED = Duration.ofSeconds(1);

    /** What it bears. */
    private static final Duration BEARABLE = Duration.ofSeconds(14);

    private final LongSupplier nanos;
    private long until;
    private boolean any;

    Penalty(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** It grows by so much. */
    void add(Duration more) {
        long now = nanos.getAsLong();
        until = (left(now) > 0 ? until : now) + more.toNanos();
        any = true;
    }

    /** Whether there is none. */
    boolean isNothing() {
        return left(nanos.getAsLong()) <= 0;
    }

    /** Whether it bears so many refusals more. */
    boolean bears(int refusals) {
        long sum = left(nanos.getAsLong()) + REFUSED.multipliedBy(refusals).toNanos();
        return sum <= BEARABLE.toNanos();
    }

    private long left(long now) {
        return any ? until - now : 0;
    }
}
