package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a session measures and how much of it is kept at hand.
 *
 * @param span how long to measure; empty for until it is stopped
 * @param shown how much of the past its panes show
 */
public record SessionPlan(Optional<Duration> span, Duration shown) {
    /** Of the window: without end, two hours in view. */
    public static final SessionPlan WATCH = new SessionPlan(Optional.empty(), Duration.ofHours(2));

    /** Measures for a while and ends; everything measured is kept. */
    public static SessionPlan measureFor(Duration span) {
        return new SessionPlan(Optional.of(span), span);
    }

    /** Probes to ask for when {@code left} of the span is left. */
    List<ProbeSpec> probes(Printer printer, Duration left) {
        return span.isEmpty() ? ProbePlan.endless(printer) : ProbePlan.during(printer, left);
    }

    /** An empty tape that holds what is shown. */
    PaneTape tape(Printer printer) {
        int slots = ProbePlan.slotsWithin(shown, printer.cadence());
        return span.isPresent() ? PaneTape.ofPlan(slots) : new PaneTape(slots);
    }
}
