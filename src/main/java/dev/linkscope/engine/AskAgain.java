package dev.linkscope.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether an agent is to be asked anew, and when. May be used by any thread. */
final class AskAgain {
    private final LongSupplier nanos;
    private boolean wanted;
    private long due;

    AskAgain(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** It is, after a pause. */
    synchronized void after(Duration pause) {
        if (!wanted) {
            due = nanos.getAsLong() + pause.toNanos();
        }
        wanted = true;
    }

    /** Whether it is time. */
    synchronized boolean isDue() {
        return wanted && nanos.getAsLong() - due >= 0;
    }

    /** It is being asked, whatever the reason. */
    synchronized void done() {
        wanted = false;
    }
}
