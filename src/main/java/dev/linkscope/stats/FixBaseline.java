package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes are compared with, worked out once. It is fixed before the change. */
public final class FixBaseline {
    private final Trace compared;
    private final LivePane plain;
    private final boolean continuous;
    private final @Nullable FaultHours hours;
    private final @Nullable DropOuts dropOuts;

    private FixBaseline(Trace trace, Thresholds limits) {
        this.plain = PaneJudge.plain(trace, limits);
        this.continuous = plain.errors() > 0 && FixVerification.continuous(plain, limits);
        boolean countable = plain.errors() > 0 && !continuous;
        this.hours = countable ? FaultHours.of(trace, limits) : null;
        this.compared = hours == null ? trace : hours.keep(trace);
        this.dropOuts = countable ? DropOuts.independent(SlotRow.of(compared)) : null;
    }

    /** A baseline of these slots. */
    public static FixBaseline of(Trace trace, Thresholds limits) {
        return new FixBaseline(trace, limits);
    }

    /** Its plain figures; not to be carried on. */
    public LivePane plain() {
        return plain;
    }

    /** What of it is compared: what lies outside the hours of the fault is not measured. */
    public Trace compared() {
        return compared;
    }

    /** The part of the day to which the fault keeps; null if to none. */
    public @Nullable FaultHours hours() {
        return hours;
    }

    /** The same slots, not measured outside those hours. */
    public Trace counted(Trace trace) {
        return hours == null ? trace : hours.keep(trace);
    }

    /** Whether nothing to speak of got through. */
    boolean continuous() {
        return continuous;
    }

    /** Why nothing can be compared with it; null if something can. */
    @Nullable FixReason unusable() {
        if (plain.errors() == 0) {
            return FixReason.NO_FAILURE_BEFORE;
        }
        return continuous || dropOuts != null ? null : FixReason.BASELINE_TOO_SHORT;
    }

    /** Its drop-outs; null if they cannot be counted. */
    @Nullable DropOuts dropOuts() {
        return dropOuts;
    }

    List<SlotRow> rows() {
        return SlotRow.of(compared);
    }

    /** Error rate, 0 to 1; 0 without a measured slot. */
    double errorRate() {
        Double rate = plain.errorRate();
        return rate == null ? 0 : rate;
    }

    /** The highest error rate that is credible. */
    double errorRateAtMost() {
        Interval interval = plain.errorRateCi95();
        return interval == null ? 1 : interval.high();
    }
}
