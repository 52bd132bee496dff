package dev.linkscope.ssh;

import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import java.time.Duration;

/** Counts through the steps of one connection and measures them. */
final class Steps {
    private final ConnectProgress progress;
    private volatile ConnectStep current = ConnectStep.RESOLVE;
    private long since = System.nanoTime();

    Steps(ConnectProgress progress) {
        this.progress = progress;
    }

    /** The step that is being tried. */
    ConnectStep current() {
        return current;
    }

    /** A step is done; the next one begins. */
    void done(ConnectStep step, String detail) {
        long now = System.nanoTime();
        Duration took = Duration.ofNanos(now - since);
        since = now;
        current = after(step);
        progress.done(step, detail, took);
    }

    /** The step that follows. */
    static ConnectStep after(ConnectStep step) {
        return switch (step) {
            case RESOLVE -> ConnectStep.REACH;
            case REACH -> ConnectStep.HOST_KEY;
            case HOST_KEY -> ConnectStep.LOGIN;
            case LOGIN -> ConnectStep.PYTHON;
            case PYTHON, AGENT, OCTOPRINT, FIND, ALLOW, READ -> ConnectStep.AGENT;
        };
    }
}
