package dev.linkscope.report;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the trace of a report shows of a stretch of time. Not the figures that decided: those may
 * have seen more than the report holds.
 *
 * @param measured measured slots, at least 1
 * @param failed failed ones among them
 */
public record TrialCounts(int measured, int failed) {

    /** Before the change; null if the report has no slot of it. */
    public static @Nullable TrialCounts before(Trial trial, Trace trace) {
        return of(trace, trial, trial.baseline().from(), trial.baseline().to());
    }

    /** Since the change, until it was undone or the next one was made; null likewise. */
    public static @Nullable TrialCounts after(FixCase fixCase, int index, Trace trace) {
        Trial trial = fixCase.trials().get(index);
        Instant end = Instant.MAX;
        if (index + 1 < fixCase.trials().size()) {
            end = fixCase.trials().get(index + 1).changedAt();
        }
        Instant undone = trial.undoneAt();
        if (undone != null && undone.isBefore(end)) {
            end = undone;
        }
        return of(trace, trial, trial.changedAt(), end);
    }

    /** The trace of the pane that shows whether a case is mended. */
    public static Trace trace(PrinterReport printer, FixCase fixCase) {
        Pane pane = fixCase.pane() == FixPane.SERVER ? printer.server() : printer.webcam();
        return pane == null ? Trace.EMPTY : pane.trace();
    }

    private static @Nullable TrialCounts of(Trace trace, Trial trial, Instant from, Instant to) {
        List<Slot> slots =
                trace.slots()
                        .filter(Slot::measured)
                        .filter(slot -> within(slot.scheduled(), from, to))
                        .filter(slot ->
                                trial.away().stream()
                                        .noneMatch(away ->
                                                within(slot.scheduled(), away.from(), away.to())))
                        .toList();
        return slots.isEmpty()
                ? null
                : new TrialCounts(slots.size(), (int) slots.stream().filter(Slot::failed).count());
    }

    private static boolean within(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
