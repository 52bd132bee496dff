package dev.linkscope.engine;

import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.engine.port.SettingsStore.Manners;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a session measures, how much of it is kept at hand, and how it treats others.
 *
 * @param span how long to measure; empty for until it is stopped
 * @param shown how much of the past its panes show
 * @param awayLease how long an agent that may measure while Linkscope is away does so
 * @param manners how probes treat servers
 * @param limits from which error rate a pane is called what
 */
public record SessionPlan(
        Optional<Duration> span,
        Duration shown,
        Duration awayLease,
        Manners manners,
        Limits limits) {
    /** An agent without a sign of life from its client for so long ends, unless it may go on. */
    static final Duration SHORT_LEASE = Duration.ofSeconds(60);

    /** A night and the day after it; the agent's memory holds more. */
    private static final Duration AWAY_LEASE = Duration.ofHours(24);

    /** While a change is watched, which may take days; the longest that an agent grants. */
    private static final Duration FIX_LEASE = Duration.ofDays(7);

    /** Of the window: without end, two hours in view. */
    public static final SessionPlan WATCH = watch(Manners.USUAL);

    /** The window's plan with these manners. */
    public static SessionPlan watch(Manners manners) {
        return watch(manners, Limits.USUAL);
    }

    /** The window's plan with these manners, judged by these limits. */
    public static SessionPlan watch(Manners manners, Limits limits) {
        return new SessionPlan(Optional.empty(), Duration.ofHours(2), AWAY_LEASE, manners, limits);
    }

    /** Measures for a while and ends; everything measured is kept. */
    public static SessionPlan measureFor(Duration span) {
        return new SessionPlan(Optional.of(span), span, SHORT_LEASE, Manners.USUAL, Limits.USUAL);
    }

    /**
     * How long the agent of this printer goes on without hearing from Linkscope. Only the user's
     * consent to measure meanwhile makes it long, whatever is watched.
     *
     * @param fixWatched whether a change to the printer is being watched
     */
    Duration lease(Printer printer, boolean fixWatched) {
        if (!outlives(printer)) {
            return SHORT_LEASE;
        }
        return fixWatched && FIX_LEASE.compareTo(awayLease) > 0 ? FIX_LEASE : awayLease;
    }

    /** Whether the agent of this printer goes on when Linkscope is closed. */
    boolean outlives(Printer printer) {
        return span.isEmpty()
                && printer.measureWhileAway()
                && !(printer.target() instanceof Target.Simulated);
    }

    /** The same span, view and lease, with the manners and the limits of another plan. */
    SessionPlan behavingAs(SessionPlan other) {
        return new SessionPlan(span, shown, awayLease, other.manners, other.limits);
    }

    /** Whether another plan asks the agent of this printer for other probes. */
    boolean asksOtherwise(SessionPlan other, Printer printer) {
        return !probes(printer, Pace.ALONE, Duration.ZERO)
                .equals(other.probes(printer, Pace.ALONE, Duration.ZERO));
    }

    /** By which panes are judged. */
    RateLimits rateLimits() {
        return new RateLimits(limits.watch(), limits.takeAction());
    }

    /** Whether it ends by itself. */
    boolean finite() {
        return span.isPresent();
    }

    /** Probes to ask for when {@code left} of the span is left. */
    List<ProbeSpec> probes(Printer printer, Pace pace, Duration left) {
        return new ProbePlan(printer, pace, manners).probes(span.map(_ -> left));
    }

    /** An empty tape that holds what is shown. */
    PaneTape tape(Printer printer) {
        int slots = ProbePlan.slotsWithin(shown, printer.cadence());
        return span.isPresent() ? PaneTape.ofPlan(slots) : new PaneTape(slots);
    }
}
