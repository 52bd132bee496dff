package dev.linkscope.engine.history;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads spans of printers' history for charts and tables. All methods block; thread-safe. */
public interface Timelines {
    /** Remembers nothing. */
    Timelines NONE =
            new Timelines() {
                @Override
                public PaneTimeline pane(
                        SessionSnapshot now, FixPane pane, Span span, int columns) {
                    return new PaneTimeline(
                            span, Trace.EMPTY, List.of(), List.of(), List.of(), false);
                }

                @Override
                public List<FactReading> readings(PrinterId printer, Set<String> keys, Span span) {
                    return List.of();
                }

                @Override
                public List<TimedOutcome> outcomes(
                        SessionSnapshot now, Set<String> targets, Span span, int most) {
                    return List.of();
                }

                @Override
                public Optional<SessionSnapshot> judged(SessionSnapshot now, Span span) {
                    return Optional.empty();
                }
            };

    /**
     * One pane over a span, in so many columns.
     *
     * @param now the printer as it is shown now
     * @param columns 1 to 4,000
     * @throws IOException if the history cannot be read, with a message for the user
     */
    PaneTimeline pane(SessionSnapshot now, FixPane pane, Span span, int columns) throws IOException;

    /**
     * Readings of facts, oldest first; the last one before the span too, as it held at its start.
     *
     * @param keys names of facts, such as {@code wifi.signal}
     * @throws IOException if the history cannot be read, with a message for the user
     */
    List<FactReading> readings(PrinterId printer, Set<String> keys, Span span) throws IOException;

    /**
     * Single attempts, newest first.
     *
     * @param targets ids of probes; empty for all that are recorded
     * @param most no more than so many
     * @throws IOException if the history cannot be read, with a message for the user
     */
    List<TimedOutcome> outcomes(SessionSnapshot now, Set<String> targets, Span span, int most)
            throws IOException;

    /**
     * The printer judged over just this span; empty if nothing was measured in it.
     *
     * @throws IOException if the history cannot be read, with a message for the user
     */
    Optional<SessionSnapshot> judged(SessionSnapshot now, Span span) throws IOException;
}
