package dev.linkscope.engine.port;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.history.FindingSpan;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.printer.PrinterId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the history keeps beside single outcomes. All methods block; spans are from inclusive to
 * exclusive. Reading what cannot be read gives what there is, and {@link OutcomeStore#problem()}
 * tells. Thread-safe.
 */
public interface HistoryBook {
    /** Remembers nothing. */
    HistoryBook NONE = new ForgetfulBook();

    /**
     * Sums of a probe, oldest first; widths without a slot are left out.
     *
     * @param target id of the probe, such as {@code server}
     * @param width a minute or an hour
     */
    List<Rollup> rollups(
            PrinterId printer, String target, Duration width, Instant from, Instant to);

    /** Outages of a pane that lie in the span in part at least, oldest first. */
    List<Outage> outages(PrinterId printer, String target, Instant from, Instant to);

    /**
     * What is concluded of a printer now; what is no longer among it has ended. To be told again
     * and again: what goes on is seldom written.
     */
    void concluded(PrinterId printer, Instant at, List<Finding> findings);

    /** What was concluded in the span in part at least, oldest first. */
    List<FindingSpan> findings(PrinterId printer, Instant from, Instant to);

    /** Keeps a note, or replaces the one of its id. False if it could not be written. */
    boolean keep(UserNote note);

    /** Forgets a note. False if that could not be written. */
    boolean forget(String noteId);

    /** Notes on a printer and on all, in the span, oldest first. */
    List<UserNote> notes(PrinterId printer, Instant from, Instant to);

    /** How much is kept. */
    HistorySize size();

    /** From now on so much is kept; the rest goes in the background. */
    void keep(Retention retention);

    /**
     * Forgets single outcomes and sums that are older, once; the rest goes in the background. Notes
     * and what was tried stay.
     *
     * @return whether that can be done
     */
    boolean forgetBefore(Instant before);
}
