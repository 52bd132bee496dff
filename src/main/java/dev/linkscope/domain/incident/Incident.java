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
 * @param printers whom it concerns; one unless {@link Kind#SHARED}, or {@link Kind#AWAY} of all at
 *     once
 * @param began when it began, as measured
 * @param ended when it ended, as measured; null while it lasts
 * @param severity how bad it is at its worst so far
 * @param title what is wrong in one sentence
 * @param cause the likeliest cause in one sentence; null while none is known
 * @param acknowledgedAt when the user said that he knows; null if he did not
 * @param next what to do now, in one or two sentences; null if nothing is known
 * @param times how often it has come back, the first time counted: trouble that comes and goes is
 *     one incident; at least 1
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
        @Nullable Instant acknowledgedAt,
        @Nullable Statement next,
        int times) {
    public Incident {
        printers = List.copyOf(printers);
    }

    /** An incident that happened once and of which no next step is known. */
    public Incident(
            String id,
            Kind kind,
            List<PrinterId> printers,
            Instant began,
            @Nullable Instant ended,
            Severity severity,
            Statement title,
            @Nullable Statement cause,
            @Nullable Instant acknowledgedAt) {
        this(id, kind, printers, began, ended, severity, title, cause, acknowledgedAt, null, 1);
    }

    /** Whether it lasts. */
    public boolean open() {
        return ended == null;
    }

    /** The same, of which the user said at a moment that he knows; null if he takes that back. */
    public Incident acknowledged(@Nullable Instant at) {
        return new Incident(
                id, kind, printers, began, ended, severity, title, cause, at, next, times);
    }

    /** The same, of other printers. */
    public Incident of(List<PrinterId> others) {
        return new Incident(
                id,
                kind,
                others,
                began,
                ended,
                severity,
                title,
                cause,
                acknowledgedAt,
                next,
                times);
    }

    /** The same, ended. */
    public Incident endedAt(Instant end) {
        return new Incident(
                id,
                kind,
                printers,
                began,
                end,
                severity,
                title,
                cause,
                acknowledgedAt,
                next,
                times);
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
