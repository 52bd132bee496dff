package dev.linkscope.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The clock of the simulated farm. It starts at the real time and then runs {@code speed} times as
 * fast, so that at a speed above 1 the simulated wall clock runs ahead of the real one.
 */
final class SimulatedTime {
    private static final double NANOS_A_MILLI = 1e6;

    private final Instant start;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private final double speed;

    SimulatedTime(Instant start, LongSupplier nanoTime, double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be above 0: " + speed);
        }
        this.start = start;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
        this.speed = speed;
    }

    /** Simulated time since the farm's start. */
    long now() {
        return (long) ((nanoTime.getAsLong() - startNanos) / NANOS_A_MILLI * speed);
    }

    /** When the farm started. */
    Instant start() {
        return start;
    }

    /** Simulated time that passes within a real duration. */
    long simulated(Duration real) {
        return (long) (real.toMillis() * speed);
    }

    /** Real time until that much simulated time has surely passed, in nanoseconds. */
    long realNanos(long millis) {
        return (long) Math.ceil(millis * NANOS_A_MILLI / speed);
    }

    /** Waits for a simulated duration. */
    void pause(Duration simulated) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(realNanos(simulated.toMillis())));
    }
}
