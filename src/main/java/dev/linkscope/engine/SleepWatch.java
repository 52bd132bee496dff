package dev.linkscope.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Notices that this computer slept or was stopped: far more time has passed than its user waited.
 * Some systems count sleep on the one clock, some on the other.
 */
public final class SleepWatch {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private Instant lastWall;
    private long lastNanos;

    /**
     * A watch that begins now.
     *
     * @param nanos a clock that only goes forward
     */
    public SleepWatch(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.lastWall = wall.instant();
        this.lastNanos = nanos.getAsLong();
    }

    /** Whether it slept since it was last asked, which has to be every few seconds. */
    public boolean slept() {
        Instant nowWall = wall.instant();
        long nowNanos = nanos.getAsLong();
        Duration onTheWall = Duration.between(lastWall, nowWall);
        Duration running = Duration.ofNanos(nowNanos - lastNanos);
        lastWall = nowWall;
        lastNanos = nowNanos;
        return onTheWall.compareTo(LONG) > 0 || running.compareTo(LONG) > 0;
    }
}
