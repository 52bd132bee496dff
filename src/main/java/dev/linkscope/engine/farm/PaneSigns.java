package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.engine.PaneSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads from a pane's measurements whether it is in trouble now. */
final class PaneSigns {
    /** Failures within the last slots from which a state is of now: one alone may be the last. */
    private static final int STILL = 2;

    private final String pane;
    private final String printer;
    private final PaneFigures figures;
    private final List<Segment> segments;
    private final Optional<Finding> cause;

    /** First failed attempt of the last span. */
    private Instant firstFailure = Instant.MAX;

    private int failures;

    /** Measured time since the last failure, up to {@link IncidentLimits#LONGEST_WELL}. */
    private Duration quiet = Duration.ZERO;

    private PaneSigns(String pane, String printer, PaneSnapshot shown, Optional<Finding> cause) {
        this.pane = pane;
        this.printer = printer;
        this.figures = shown.figures();
        this.segments = shown.trace().segments();
        this.cause = cause;
    }

    /**
     * How a pane stands.
     *
     * @param pane name of the pane in keys, {@code server} or {@code webcam}
     * @param printer the printer's name
     * @param cause the likeliest cause of its failures
     */
    static Sign of(String pane, String printer, PaneSnapshot shown, Optional<Finding> cause) {
        return new PaneSigns(pane, printer, shown, cause).sign();
    }

    private Sign sign() {
        if (segments.isEmpty()) {
            return Sign.UNKNOWN;
        }
        Segment last = segments.getLast();
        Optional<Outage> lasting = lastingOutage(last);
        if (lasting.isPresent()) {
            return new Sign.Bad(
                    Severity.CRITICAL, lasting.get().start(), Duration.ZERO, what("outage"));
        }
        if (!last.slots().getLast().measured()) {
            return Sign.UNKNOWN;
        }
        PaneState state = figures.state();
        boolean alarming = state.compareTo(PaneState.WATCH) >= 0;
        Duration enough = alarming ? expectedQuiet(last.cadence()) : IncidentLimits.WELL;
        if (figures.errors() == 0) {
            return new Sign.Well(IncidentLimits.LONGEST_WELL, enough, null);
        }
        lookBack(enough);
        if (alarming && failures >= STILL) {
            boolean action = state.compareTo(PaneState.TAKE_ACTION) >= 0;
            return new Sign.Bad(
                    action ? Severity.CRITICAL : Severity.WATCH,
                    firstFailure,
                    IncidentLimits.STATE,
                    what(action ? "action" : "watch"),
                    figures.lastError());
        }
        // One failure of a pane in trouble may be its last or the first of more.
        return alarming && failures > 0
                ? Sign.UNKNOWN
                : new Sign.Well(quiet, enough, figures.lastError());
    }

    /** An outage that reaches to the end of what was measured and is long enough. */
    private Optional<Outage> lastingOutage(Segment last) {
        if (figures.outages().isEmpty() || !last.slots().getLast().failed()) {
            return Optional.empty();
        }
        Outage outage = figures.outages().getLast();
        boolean lasts = !outage.end().isBefore(last.end());
        Duration length = Duration.between(outage.start(), outage.end());
        return lasts && length.compareTo(IncidentLimits.OUTAGE) >= 0
                ? Optional.of(outage)
                : Optional.empty();
    }

    /**
     * How long the pane would hardly stay without a failure if its error rate still held: n slots
     * with (1 − rate)^n = 1 − {@link IncidentLimits#SURE}.
     */
    private Duration expectedQuiet(Duration cadence) {
        Double rate = figures.errorRate();
        double share = Math.clamp(rate == null ? 0 : rate, 0.05, 0.99);
        double slots = Math.ceil(Math.log(1 - IncidentLimits.SURE) / Math.log1p(-share));
        Duration expected = cadence.multipliedBy((long) slots);
        if (expected.compareTo(IncidentLimits.WELL) < 0) {
            return IncidentLimits.WELL;
        }
        return expected.compareTo(IncidentLimits.LONGEST_QUIET) > 0
                ? IncidentLimits.LONGEST_QUIET
                : expected;
    }

    /** Counts the failures of the last span, and measures for how long there was none. */
    private void lookBack(Duration span) {
        Duration measured = Duration.ZERO;
        boolean still = true;
        for (Segment segment : segments.reversed()) {
            for (Slot slot : segment.slots().reversed()) {
                if (slot.failed()) {
                    still = false;
                    if (measured.compareTo(span) < 0) {
                        failures++;
                        firstFailure = slot.started();
                    }
                }
                if (slot.measured()) {
                    measured = measured.plus(segment.cadence());
                    quiet = still ? measured : quiet;
                }
                Duration end = still ? IncidentLimits.LONGEST_WELL : span;
                if (measured.compareTo(end) >= 0) {
                    return;
                }
            }
        }
    }

    private Sign.What what(String how) {
        String key = "incident." + pane + "." + how;
        Statement next = cause.map(Finding::nextTest).orElse(null);
        return new Sign.What(
                key,
                List.of(printer),
                cause.map(Finding::title).orElse(null),
                next == null ? Statement.of("incident." + pane + ".next") : next);
    }
}
