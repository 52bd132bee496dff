package dev.linkscope.engine.history;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.stats.ColumnGrid;
import dev.linkscope.stats.Cut;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.SmokeColumns;
import dev.linkscope.stats.SumCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Draws one pane over a span of the history. Thread-safe. */
final class PaneHistory {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** From this width of a column on, sums of hours are fine enough: minutes take long. */
    private static final Duration WIDE = Duration.ofMinutes(20);

    private static final Duration LONGEST_LEAD = Duration.ofDays(1);

    private final SpanReader reader;
    private final HistoryBook book;

    PaneHistory(OutcomeStore store, HistoryBook book) {
        this.reader = new SpanReader(store);
        this.book = book;
    }

    /**
     * The pane.
     *
     * @param columns at least 1
     */
    PaneTimeline of(Printer printer, FixPane pane, Span span, int columns) {
        Duration width = span.length().dividedBy(columns);
        Duration lead = shorter(PaneCurve.window(printer.cadence(), width), LONGEST_LEAD);
        Trace led =
                reader.pane(
                        printer.id(),
                        pane.wireName(),
                        new Span(span.from().minus(lead), span.to()),
                        null);
        Trace trace = Cut.from(led, span.from());
        List<Rollup> sums = sums(printer, pane, span, before(led, span), width);
        if (sums.isEmpty()) {
            return drawn(span, led, trace, columns);
        }
        ColumnGrid grid = ColumnGrid.of(span, columns, width.compareTo(WIDE) < 0 ? MINUTE : HOUR);
        var smoke = new SmokeColumns(grid);
        smoke.add(sums);
        smoke.add(trace);
        List<RatePoint> curve = untilSlots(SumCurve.of(sums, grid), trace);
        curve.addAll(PaneCurve.of(trace, span.from(), width, Math.max(1, columns - curve.size())));
        return new PaneTimeline(
                span,
                trace,
                newest(curve, columns),
                book.outages(printer.id(), pane.wireName(), span.from(), span.to()),
                smoke.columns(),
                true);
    }

    /**
     * A pane of which every slot is known.
     *
     * @param led the same trace with what was before the span, for the curve's window
     */
    static PaneTimeline drawn(Span span, Trace led, Trace trace, int columns) {
        Duration width = span.length().dividedBy(columns);
        Duration cadence =
                trace.segments().stream()
                        .map(segment -> segment.cadence())
                        .max(Duration::compareTo)
                        .orElse(MINUTE);
        var smoke = new SmokeColumns(ColumnGrid.of(span, columns, cadence));
        smoke.add(trace);
        List<Outage> outages =
                PaneJudge.outages(led).stream()
                        .filter(outage -> outage.end().isAfter(span.from()))
                        .toList();
        return new PaneTimeline(
                span,
                trace,
                trace.isEmpty() ? List.of() : PaneCurve.of(led, span.from(), width, columns),
                outages,
                smoke.columns(),
                false);
    }

    /** The part of a span before its first slot that is kept; empty where there is none. */
    private static Span before(Trace led, Span span) {
        Instant first = led.slots().findFirst().map(Slot::started).orElse(span.to());
        return new Span(
                span.from(),
                first.isBefore(span.from())
                        ? span.from()
                        : first.isBefore(span.to()) ? first : span.to());
    }

    /** Sums that end before the first slot that is kept: those of its own hour are in the trace. */
    private List<Rollup> sums(
            Printer printer, FixPane pane, Span span, Span before, Duration width) {
        if (before.length().compareTo(MINUTE) < 0) {
            return List.of();
        }
        Duration each = width.compareTo(WIDE) < 0 ? MINUTE : HOUR;
        boolean all = before.to().equals(span.to());
        return book
                .rollups(printer.id(), pane.wireName(), each, before.from(), before.to())
                .stream()
                .filter(sum -> all || !sum.start().plus(each).isAfter(before.to()))
                .toList();
    }

    /** The curve of sums, up to where that of slots begins. */
    private static List<RatePoint> untilSlots(List<RatePoint> ofSums, Trace trace) {
        var curve = new ArrayList<>(ofSums);
        if (trace.isEmpty() || curve.isEmpty()) {
            return curve;
        }
        Instant first = trace.segments().getFirst().start();
        if (Double.isNaN(curve.getLast().rate()) && !first.isAfter(curve.getLast().at())) {
            // No break: slots go on where sums end.
            curve.removeLast();
        }
        curve.replaceAll(point ->
                point.at().isAfter(first)
                        ? new RatePoint(first, point.rate(), point.low(), point.high())
                        : point);
        return curve;
    }

    private static List<RatePoint> newest(List<RatePoint> curve, int columns) {
        return curve.size() <= columns
                ? curve
                : curve.subList(curve.size() - columns, curve.size());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
