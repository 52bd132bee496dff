package dev.linkscope.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where a session waits until its time has come or somebody rings. */
final class Doorbell {
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Semaphore rung = new Semaphore(0);
    private final SnapshotMaker snapshots;

    /** A bell of the session that publishes these snapshots. */
    Doorbell(SnapshotMaker snapshots) {
        this.snapshots = snapshots;
    }

    /** Ends the waiting; any thread. */
    void ring() {
        rung.release();
    }

    /** Whoever rang before does not count any more. */
    void silence() {
        rung.drainPermits();
    }

    /** Waits, and shows meanwhile what others than the agent tell. */
    void await(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        while (left > 0 && !rung.tryAcquire(Math.min(LOOK_NANOS, left), TimeUnit.NANOSECONDS)) {
            left -= LOOK_NANOS;
            snapshots.showNews();
        }
    }
}
