package dev.linkscope.engine.history;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads spans of the history for charts and tables: single outcomes where they are kept, else their
 * sums. Of made-up printers, of which nothing is kept, it reads what is shown. Each request ends
 * early, with a {@link CancellationException}, where its thread is interrupted. Thread-safe.
 */
public final class HistoryTimelines implements Timelines {
    private static final int MOST_COLUMNS = 4_000;

    /** Three times what is kept at most unless the user chose so. */
    private static final Duration REACH = Duration.ofDays(3 * 396);

    private final OutcomeStore store;
    private final PaneHistory panes;
    private final OutcomeHistory outcomes;
    private final SpanRecall recall;
    private final Timelines shown = new ShownTimelines();
    private final Function<Statement, String> words;

    /**
     * Timelines of what these keep.
     *
     * @param recall judges spans of the same history
     * @param words renders a statement
     */
    public HistoryTimelines(
            OutcomeStore store,
            HistoryBook book,
            SpanRecall recall,
            Function<Statement, String> words) {
        this.store = store;
        this.panes = new PaneHistory(store, book);
        this.outcomes = new OutcomeHistory(store);
        this.recall = recall;
        this.words = words;
    }

    @Override
    public PaneTimeline pane(SessionSnapshot now, FixPane pane, Span span, int columns)
            throws IOException {
        if (simulated(now)) {
            return shown.pane(now, pane, span, columns);
        }
        return reading(() -> {
            store.flush();
            return panes.of(
                    now.printer(), pane, bounded(span), Math.clamp(columns, 1, MOST_COLUMNS));
        });
    }

    @Override
    public List<FactReading> readings(PrinterId printer, Set<String> keys, Span span)
            throws IOException {
        if (keys.isEmpty()) {
            return List.of();
        }
        return reading(() -> {
            store.flush();
            return store.readings(printer, keys, span.from(), span.to());
        });
    }

    @Override
    public List<TimedOutcome> outcomes(
            SessionSnapshot now, Set<String> targets, Span span, int most) throws IOException {
        if (simulated(now)) {
            return shown.outcomes(now, targets, span, most);
        }
        return reading(() -> {
            store.flush();
            return outcomes.newest(now.printer(), targets, span, most);
        });
    }

    @Override
    public Optional<SessionSnapshot> judged(SessionSnapshot now, Span span) throws IOException {
        if (simulated(now)) {
            return shown.judged(now, span);
        }
        return reading(() ->
                Optional.of(recall.of(now, span, span.length()))
                        .filter(HistoryTimelines::measured));
    }

    /** Nothing is drawn of a time that no history reaches back to. */
    private static Span bounded(Span span) {
        Instant earliest = span.to().minus(REACH);
        return span.from().isBefore(earliest) ? new Span(earliest, span.to()) : span;
    }

    /** Whether anything was measured of either pane. */
    static boolean measured(SessionSnapshot session) {
        var webcam = session.webcam();
        return session.server().trace().slots().anyMatch(Slot::measured)
                || (webcam != null && webcam.trace().slots().anyMatch(Slot::measured));
    }

    private static boolean simulated(SessionSnapshot now) {
        return now.printer().target() instanceof Target.Simulated;
    }

    private <T> T reading(Supplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // The edge of the history: what its database throws is for the log alone.
            throw new IOException(words.apply(Statement.of("span.unreadable")), e);
        }
    }
}
