package dev.linkscope.engine.history;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.SpanComparison;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.PaneSubject;
import dev.linkscope.stats.SpanJudgement;
import dev.linkscope.stats.SpanStatements;
import dev.linkscope.stats.SpanTest;
import dev.linkscope.stats.Thresholds;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Compares spans of the history. Thread-safe. */
public final class HistoryComparisons implements Comparisons {
    private static final Thresholds LIMITS = Thresholds.DEFAULT;

    /** Share of a span below which it is said how little of it was measured. */
    private static final double WELL_MEASURED = 0.5;

    private final OutcomeStore store;
    private final SpanReader reader;
    private final KeptSums sums;
    private final Function<Statement, String> words;
    private final Supplier<Limits> limits;

    /** Comparisons of what these keep, whose panes are called what they usually are. */
    public HistoryComparisons(
            OutcomeStore store, HistoryBook book, Function<Statement, String> words) {
        this(store, book, words, () -> Limits.USUAL);
    }

    /**
     * Comparisons of what these keep.
     *
     * @param words renders a statement
     * @param limits by which panes are called what; the test of the difference knows none
     */
    public HistoryComparisons(
            OutcomeStore store,
            HistoryBook book,
            Function<Statement, String> words,
            Supplier<Limits> limits) {
        this.limits = limits;
        this.store = store;
        this.reader = new SpanReader(store);
        this.sums = new KeptSums(book);
        this.words = words;
    }

    @Override
    public List<SpanComparison> compare(PrinterId printer, Span first, Span second)
            throws IOException {
        try {
            store.flush();
            var panes = new ArrayList<SpanComparison>();
            for (PaneSubject subject : PaneSubject.values()) {
                compare(printer, subject, first, second).ifPresent(panes::add);
            }
            return panes;
        } catch (RuntimeException e) {
            // The edge of the history: what its database throws is for the log alone.
            throw new IOException(words.apply(Statement.of("span.unreadable")), e);
        }
    }

    private Optional<SpanComparison> compare(
            PrinterId printer, PaneSubject subject, Span first, Span second) {
        Trace before = reader.pane(printer, subject.wireName(), first, null);
        Trace since = reader.pane(printer, subject.wireName(), second, null);
        if (before.isEmpty() && since.isEmpty()) {
            return Optional.empty();
        }
        Limits chosen = limits.get();
        var by = Thresholds.by(new RateLimits(chosen.watch(), chosen.takeAction()));
        PaneFigures old = PaneJudge.judge(before, by);
        PaneFigures now = PaneJudge.judge(since, by);
        SpanJudgement judged = SpanTest.compare(before, since, LIMITS);
        var said = new ArrayList<>(SpanStatements.of(subject, judged, old, now));
        if (judged.result() != SpanComparison.Result.TOO_LITTLE) {
            covered("compare.covered.first", judged.firstSeconds(), first).ifPresent(said::add);
            covered("compare.covered.second", judged.secondSeconds(), second).ifPresent(said::add);
            if (!SameHours.in(first, second)) {
                said.add(Statement.of("compare.hours"));
            }
        }
        if (subject == PaneSubject.SERVER) {
            untilMeasured(printer, first, before).ifPresent(said::add);
        }
        return Optional.of(
                new SpanComparison(
                        subject.wireName(), old, now, judged.result(), judged.pValue(), said));
    }

    /** How much of a span was measured, where that is little. */
    private static Optional<Statement> covered(String key, double seconds, Span span) {
        return seconds < WELL_MEASURED * span.length().toSeconds()
                ? Optional.of(
                        Statement.of(key, Duration.ofSeconds(Math.round(seconds)), span.length()))
                : Optional.empty();
    }

    /** What is kept of the earlier span as sums alone. */
    private Optional<Statement> untilMeasured(PrinterId printer, Span span, Trace trace) {
        return sums.told(
                printer,
                trace.isEmpty()
                        ? span
                        : new Span(span.from(), trace.segments().getFirst().start()));
    }
}
