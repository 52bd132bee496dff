package dev.linkscope.engine.history;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.RecordedSession;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.stats.Cut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the panes of a session hold, for printers of which no more is there: those of a report
 * that was opened, and made-up ones. Slots of the panes are the only outcomes, and facts have no
 * readings. Immutable.
 */
public final class ShownTimelines implements Timelines {
    /** Timelines of whatever is shown. */
    public ShownTimelines() {}

    @Override
    public PaneTimeline pane(SessionSnapshot now, FixPane pane, Span span, int columns) {
        Trace whole = trace(now, pane);
        Trace led = Cut.before(whole, span.to());
        return PaneHistory.drawn(span, led, Cut.from(led, span.from()), columns);
    }

    @Override
    public List<FactReading> readings(PrinterId printer, Set<String> keys, Span span) {
        return List.of();
    }

    @Override
    public List<TimedOutcome> outcomes(
            SessionSnapshot now, Set<String> targets, Span span, int most) {
        var found = new ArrayList<TimedOutcome>();
        for (FixPane pane : FixPane.values()) {
            if (targets.isEmpty() || targets.contains(pane.wireName())) {
                Trace trace = Cut.before(Cut.from(trace(now, pane), span.from()), span.to());
                trace.slots().filter(Slot::measured).forEach(slot -> add(found, pane, slot));
            }
        }
        found.sort(Comparator.comparing(TimedOutcome::at).reversed());
        return List.copyOf(found.subList(0, Math.min(found.size(), Math.max(0, most))));
    }

    private static void add(List<TimedOutcome> found, FixPane pane, Slot slot) {
        long start = slot.started().toEpochMilli();
        long took = Math.max(0, slot.latencyMicros()) / 1_000;
        found.add(
                new TimedOutcome(
                        slot.started(),
                        Duration.ofMillis(took),
                        new Outcome(
                                found.size() + 1L,
                                pane.wireName(),
                                pane == FixPane.SERVER
                                        ? ProbeKind.SERVER_HTTP
                                        : ProbeKind.WEBCAM_SNAPSHOT,
                                found.size(),
                                start,
                                start + took,
                                slot.state(),
                                slot.phase(),
                                slot.errorClass(),
                                Timings.ofTotal(slot.latencyMicros()),
                                Map.of())));
    }

    @Override
    public Optional<SessionSnapshot> judged(SessionSnapshot now, Span span) {
        return Optional.of(RecordedSession.within(now, span, FixPlans.NONE))
                .filter(HistoryTimelines::measured);
    }

    private static Trace trace(SessionSnapshot now, FixPane pane) {
        PaneSnapshot shown = pane == FixPane.SERVER ? now.server() : now.webcam();
        return shown == null ? Trace.EMPTY : shown.trace();
    }
}
