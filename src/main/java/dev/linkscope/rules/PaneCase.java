package dev.linkscope.rules;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.probe.Phase;
import java.util.Map;
import java.util.TreeMap;

/**
 * One pane as a rule sees it.
 *
 * @param pane {@code server} or {@code webcam}; part of keys and rule ids
 * @param figures its figures
 * @param trace the slots that they were computed from
 * @param failures failed slots by {@code phase.class}; those of unknown phase are left out
 */
public record PaneCase(
        String pane, PaneFigures figures, Trace trace, Map<String, Integer> failures) {
    public PaneCase {
        failures = Map.copyOf(failures);
    }

    /** A pane whose failures are counted from its trace. */
    public static PaneCase of(String pane, PaneFigures figures, Trace trace) {
        var failures = new TreeMap<String, Integer>();
        trace.slots()
                .filter(Slot::failed)
                .forEach(slot -> {
                    Phase phase = slot.phase();
                    if (phase != null) {
                        failures.merge(phase.wireName() + "." + slot.errorClass(), 1, Integer::sum);
                    }
                });
        return new PaneCase(pane, figures, trace, failures);
    }

    /** Failed slots of one kind, as {@code phase.class}. */
    public int count(String failure) {
        return failures.getOrDefault(failure, 0);
    }

    /** Failed slots of a phase. */
    public int count(Phase phase) {
        return figures.failuresByPhase().getOrDefault(phase, 0);
    }

    /** Share of the failed slots that are of one kind; 0 without any. */
    public double share(String failure) {
        return figures.errors() == 0 ? 0 : (double) count(failure) / figures.errors();
    }

    /** How much a cause of this pane's failures matters. */
    public Severity severity() {
        return switch (figures.state()) {
            case TAKE_ACTION, NO_CONNECTION -> Severity.CRITICAL;
            case WATCH -> Severity.WATCH;
            case NO_DATA, CLEAN_SO_FAR, HEALTHY -> Severity.INFO;
        };
    }
}
