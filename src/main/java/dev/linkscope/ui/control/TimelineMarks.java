package dev.linkscope.ui.control;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.SmokeColumn;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.plugin.PluginSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a timeline of errors shows, in fractions of its span.
 *
 * @param errors runs of failed slots
 * @param outages outages as users read them
 * @param blind stretches that nobody measured
 */
public record TimelineMarks(List<Stretch> errors, List<Stretch> outages, List<Stretch> blind) {
    /** Nothing to show. */
    public static final TimelineMarks NONE = new TimelineMarks(List.of(), List.of(), List.of());

    public TimelineMarks {
        errors = List.copyOf(errors);
        outages = List.copyOf(outages);
        blind = List.copyOf(blind);
    }

    /**
     * A part of the span.
     *
     * @param from its start, 0 to 1
     * @param to its end, 0 to 1
     */
    public record Stretch(double from, double to) {}

    /** The marks of a trace over the span from {@code from} to {@code to}. */
    public static TimelineMarks of(Trace trace, List<Outage> outages, Instant from, Instant to) {
        var scale = new Scale(from, to);
        var errors = new ArrayList<Stretch>();
        var blind = new ArrayList<Stretch>();
        for (Segment segment : trace.segments()) {
            collect(segment, scale, errors, blind);
        }
        List<Stretch> blocks =
                outages.stream().map(o -> scale.stretch(o.start(), o.end())).toList();
        return new TimelineMarks(errors, blocks, blind);
    }

    /**
     * The marks of a pane of which in part only sums are left: a column with failures has a mark as
     * wide as their share of what was measured.
     */
    public static TimelineMarks of(PaneTimeline pane) {
        Span span = pane.span();
        TimelineMarks single = of(pane.trace(), pane.outages(), span.from(), span.to());
        if (!pane.fromSums()) {
            return single;
        }
        var scale = new Scale(span.from(), span.to());
        Instant until =
                pane.trace().isEmpty() ? span.to() : pane.trace().segments().getFirst().start();
        var errors = new ArrayList<Stretch>();
        var blind = new ArrayList<Stretch>();
        Instant measured = span.from();
        for (SmokeColumn column : pane.smoke()) {
            if (column.from().isBefore(until) && column.measured() > 0) {
                collect(column, measured, scale, errors, blind);
                measured = column.to();
            }
        }
        if (measured.isBefore(until)) {
            blind.add(scale.stretch(measured, until));
        }
        errors.addAll(single.errors());
        blind.addAll(single.blind());
        return new TimelineMarks(errors, single.outages(), blind);
    }

    private static void collect(
            SmokeColumn column,
            Instant before,
            Scale scale,
            List<Stretch> errors,
            List<Stretch> blind) {
        if (column.from().isAfter(before)) {
            blind.add(scale.stretch(before, column.from()));
        }
        if (column.failed() > 0) {
            Stretch whole = scale.stretch(column.from(), column.to());
            double share = column.failed() / (double) column.measured();
            errors.add(
                    new Stretch(whole.from(), whole.from() + (whole.to() - whole.from()) * share));
        }
    }

    /** The marks of what logs tell, over the span from {@code from} to {@code to}. */
    public static TimelineMarks ofPast(List<PastEvent> events, Instant from, Instant to) {
        var scale = new Scale(from, to);
        return new TimelineMarks(
                events.stream().map(event -> scale.stretch(event.from(), event.to())).toList(),
                List.of(),
                List.of());
    }

    /** The marks of what the plugin counted at the server from report to report. */
    public static TimelineMarks ofSeries(List<PluginSeries.Step> steps, Instant from, Instant to) {
        var scale = new Scale(from, to);
        return new TimelineMarks(
                steps.stream()
                        .filter(step -> step.server().errors() > 0)
                        .map(step -> scale.stretch(step.from(), step.to()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static void collect(
            Segment segment, Scale scale, List<Stretch> errors, List<Stretch> blind) {
        List<Slot> slots = segment.slots();
        int start = 0;
        for (int i = 1; i <= slots.size(); i++) {
            if (i < slots.size() && slots.get(i).state() == slots.get(start).state()) {
                continue;
            }
            Instant end = slots.get(i - 1).scheduled().plus(segment.cadence());
            Stretch run = scale.stretch(slots.get(start).scheduled(), end);
            switch (slots.get(start).state()) {
                case FAILED -> errors.add(run);
                case NOT_MEASURED -> blind.add(run);
                case OK -> {}
            }
            start = i;
        }
    }

    private record Scale(Instant from, Instant to) {
        Stretch stretch(Instant start, Instant end) {
            return new Stretch(fraction(start), fraction(end));
        }

        private double fraction(Instant at) {
            double span = Duration.between(from, to).toMillis();
            return span <= 0
                    ? 0
                    : Math.clamp(Duration.between(from, at).toMillis() / span, 0.0, 1.0);
        }
    }
}
