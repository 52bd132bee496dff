package dev.linkscope.domain.incident;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.printer.PrinterId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong, of one printer or of several for one reason, from its beginning to its
 * end.
 *
 * @param id names it; the same over its whole life
 * @param kind what is wrong
 * @param printers whom it concerns; one unless {@link Kind#SHARED}
 * @param began when it began, as measured
 * @param ended when it ended, as measured; null while it lasts
 * @param severity how bad it is at its worst so far
 * @param title what is wrong in one sentence
 * @param cause the likeliest cause in one sentence; null while none is known
 * @param acknowledgedAt when the user said that he knows; null if he did not
 */
public record Incident(
        String id,
        Kind kind,
        List<PrinterId> printers,
        Instant began,
        @Nullable Instant ended,
        Severity severity,
        Statement title,
        @Nullable Statement cause,
        @Nullable Instant acknowledgedAt) {
    public Incident {
        printers = List.copyOf(printers);
    }

    /** Whether it lasts. */
    public boolean open() {
        return ended == null;
    }

    /** What can be wrong. */
    public enum Kind {
        /** A printer's server connection. */
        SERVER,
        /** A printer's camera. */
        WEBCAM,
        /** Something beside both panes, such as a plugin that is not connected. */
        BESIDE,
        /** A printer's computer is not to be reached, and nobody planned it. */
        AWAY,
        /** Several printers lost the server together, more than chance explains. */
        SHARED
    }
}
