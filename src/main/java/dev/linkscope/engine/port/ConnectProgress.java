package dev.linkscope.engine.port;

import java.time.Duration;

/** Told of each step of connecting. Called on the connecting thread. */
@FunctionalInterface
public interface ConnectProgress {
    /** Nobody wants to know. */
    ConnectProgress NONE = (step, detail, took) -> {};

    /**
     * A step is done.
     *
     * @param step which
     * @param detail what was found, such as the address, the server's version or the key's
     *     fingerprint
     * @param took how long it took
     */
    void done(ConnectStep step, String detail, Duration took);
}
