package dev.linkscope.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to close so that a connection, whole or half made, ends at once. Thread-safe. */
final class Lifeline {
    private static final Logger LOG = LoggerFactory.getLogger(Lifeline.class);

    private @Nullable List<Closeable> held = new ArrayList<>();

    /**
     * Adds something; closed at once if the line is already cut.
     *
     * @throws IOException if it is
     */
    void hold(Closeable thing) throws IOException {
        synchronized (this) {
            if (held != null) {
                held.add(thing);
                return;
            }
        }
        thing.close();
        throw new IOException("cancelled");
    }

    /** Whether the line is cut. */
    synchronized boolean isCut() {
        return held == null;
    }

    /** Closes everything, first what was added first: the socket before the sessions on it. */
    void cut() {
        List<Closeable> things;
        synchronized (this) {
            things = held == null ? List.of() : held;
            held = null;
        }
        for (Closeable thing : things) {
            try {
                thing.close();
            } catch (IOException e) {
                LOG.debug("closing: {}", e.toString());
            }
        }
    }
}
