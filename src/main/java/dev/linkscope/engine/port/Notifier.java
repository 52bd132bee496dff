package dev.linkscope.engine.port;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.incident.Incident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A way to tell somebody who is not looking at the window. */
public interface Notifier extends AutoCloseable {
    /** Tells nobody. */
    Notifier NOBODY = notice -> {};

    /**
     * Sends a notice; returns at once, failures go to the log and to {@link #problem}. Holds no
     * secret.
     */
    void tell(Notice notice);

    /**
     * Why the last notice did not arrive; null while all is well. Its key with {@code .next} says
     * what to do.
     */
    default @Nullable Statement problem() {
        return null;
    }

    /** Sends what waits for a moment longer, then gives it up. */
    @Override
    default void close() {}

    /**
     * What to say.
     *
     * @param at when it happened
     * @param change what happened to the incident
     * @param incident the incident
     * @param title one line
     * @param text one or two sentences, with the next step
     */
    record Notice(Instant at, Change change, Incident incident, String title, String text) {}

    /** What can happen to an incident. */
    enum Change {
        OPENED,
        WORSE,
        /** More printers are part of it; for the log alone, the user is not called again. */
        JOINED,
        RECOVERED
    }
}
