package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a fault that was found gone stays away for a day.
 *
 * @param outcome what came of it
 * @param at end of the slot that decided; null while waiting
 * @param measured how much was measured of it, up to the decision
 * @param dropOuts drop-outs in it; null where nothing got through before the change
 * @param usual drop-outs that would have been usual; null likewise
 */
public record FixRecheck(
        Outcome outcome,
        @Nullable Instant at,
        Duration measured,
        @Nullable Integer dropOuts,
        @Nullable Double usual) {
    /** How long it is watched: each hour of the day once. */
    public static final Duration WATCHED = Duration.ofDays(1);

    /** How much of that has to be measured; a printer may be off at night. */
    public static final Duration LEAST_MEASURED = WATCHED.dividedBy(2);

    /** What came of it. */
    public enum Outcome {
        WAITING,
        HELD,
        /** The old rate of drop-outs is back. */
        BACK,
        /** It fails for as much of the time as before. */
        DOWN
    }

    /**
     * Follows the day slot by slot; slots that nobody delivered yet are waited for.
     *
     * @param before the baseline
     * @param since everything since it was found gone
     * @param from when that was
     */
    public static FixRecheck of(FixBaseline before, Trace since, Instant from, Thresholds limits) {
        return new Course(before, from.plus(WATCHED), limits).follow(since);
    }

    private static final class Course {
        private final Instant due;
        private final Thresholds limits;
        private final LivePane seen;
        private final FixBaseline before;
        private final @Nullable OldRateTest test;
        private final double oldShare;
        private LivePane thisHour;

        Course(FixBaseline before, Instant due, Thresholds limits) {
            this.due = due;
            this.limits = limits;
            this.seen = new LivePane(limits);
            this.thisHour = new LivePane(limits);
            this.before = before;
            DropOuts dropOuts = before.dropOuts();
            this.test = dropOuts == null ? null : new OldRateTest(dropOuts);
            this.oldShare =
                    before.continuous()
                            ? limits.takeAction()
                            : Math.max(before.errorRate(), limits.watch());
        }

        FixRecheck follow(Trace since) {
            List<SlotRow> rows = SlotRow.of(before.counted(since));
            for (int s = 0; s < rows.size(); s++) {
                Segment segment = since.segments().get(s);
                seen.beginSegment(segment.cadence());
                thisHour.beginSegment(segment.cadence());
                for (int i = 0; i < rows.get(s).length(); i++) {
                    Slot slot = segment.slots().get(i);
                    Instant end = Cut.end(segment, slot);
                    add(slot, rows.get(s), i);
                    Outcome outcome = slot.measured() ? outcome(end) : Outcome.WAITING;
                    if (outcome != Outcome.WAITING) {
                        return result(outcome, end);
                    }
                    beginHour(segment);
                }
            }
            return result(Outcome.WAITING, null);
        }

        private void add(Slot slot, SlotRow row, int index) {
            seen.add(slot);
            thisHour.add(slot);
            if (test != null) {
                test.add(row, index);
            }
        }

        private void beginHour(Segment segment) {
            if (thisHour.measuredSeconds() >= Duration.ofHours(1).toSeconds()) {
                thisHour = new LivePane(limits);
                thisHour.beginSegment(segment.cadence());
            }
        }

        private Outcome outcome(Instant now) {
            if (test != null && test.back()) {
                return Outcome.BACK;
            }
            if (downForAnHour() || downSeconds() >= oldShare * WATCHED.toSeconds()) {
                return Outcome.DOWN;
            }
            if (now.isBefore(due) || !enoughMeasured()) {
                return Outcome.WAITING;
            }
            return downSeconds() >= oldShare * seen.measuredSeconds() ? Outcome.DOWN : Outcome.HELD;
        }

        /** Where nothing got through before, an hour in which nothing does is the old fault. */
        private boolean downForAnHour() {
            return test == null
                    && thisHour.measuredSeconds() >= Duration.ofHours(1).toSeconds()
                    && FixVerification.continuous(thisHour, limits);
        }

        private boolean enoughMeasured() {
            FaultHours hours = before.hours();
            boolean inHours =
                    test == null
                            || hours == null
                            || test.seconds() >= hours.length().toSeconds() / 2.0;
            return inHours && seen.measuredSeconds() >= LEAST_MEASURED.toSeconds();
        }

        private double downSeconds() {
            Double down = seen.timeDown();
            return down == null ? 0 : down * seen.measuredSeconds();
        }

        private FixRecheck result(Outcome outcome, @Nullable Instant at) {
            return new FixRecheck(
                    outcome,
                    at,
                    Duration.ofMillis(Math.round(seen.measuredSeconds() * 1e3)),
                    test == null ? null : test.units(),
                    test == null ? null : test.usual());
        }
    }
}
