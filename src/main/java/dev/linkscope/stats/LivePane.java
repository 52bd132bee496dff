package dev.linkscope.stats;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.PaneState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The plain figures of one pane, kept up slot by slot at constant cost. After the same slots they
 * equal those of the whole trace: {@link PaneJudge} counts with this class too. Not thread-safe.
 */
public final class LivePane {
    private final Thresholds thresholds;
    private final OutageCounter outages;

    // Whole microseconds add up exactly: in pieces or at once, the shares are the same.
    private long cadenceMicros;
    private byte previous = SlotRow.BLIND;
    private int attempts;
    private int errors;
    private int episodes;
    private long measuredMicros;
    private long downMicros;
    private long spanMicros;
    private long lostMicros;
    private long microsSinceError;
    private PairCounts pairs = PairCounts.NONE;
    private @Nullable Instant firstError;
    private @Nullable Instant lastError;
    private boolean lastMeasuredFailed;

    /** Nothing measured yet. */
    public LivePane(Thresholds thresholds) {
        this.thresholds = thresholds;
        this.outages = new OutageCounter();
    }

    /**
     * Begins a new segment: the first one, after a change of cadence, or after time without slots.
     *
     * @param cadence time from slot to slot from here on, positive
     */
    public void beginSegment(Duration cadence) {
        cadenceMicros = Math.max(1, cadence.toNanos() / 1_000);
        previous = SlotRow.BLIND;
        outages.breakOff();
    }

    /** Adds the next slot of the segment. */
    public void add(Slot slot) {
        NotMeasured reason = slot.reason();
        if (slot.measured()) {
            measured(slot.failed(), slot.started());
        } else {
            addMissing(1, reason == null ? NotMeasured.NOT_ASKED : reason);
        }
    }

    /**
     * Adds slots of the segment that nobody measured.
     *
     * @param count how many, at least 0
     */
    public void addMissing(int count, NotMeasured reason) {
        if (count == 0) {
            return;
        }
        long micros = count * cadenceMicros;
        spanMicros += micros;
        lostMicros += reason == NotMeasured.NOT_ASKED ? 0 : micros;
        previous = SlotRow.BLIND;
        outages.pass(count);
    }

    private void measured(boolean failed, Instant started) {
        attempts++;
        spanMicros += cadenceMicros;
        measuredMicros += cadenceMicros;
        microsSinceError += cadenceMicros;
        lastMeasuredFailed = failed;
        if (previous != SlotRow.BLIND) {
            pairs = pairs.plus(previous == SlotRow.FAILED, failed);
        }
        if (failed) {
            errors++;
            episodes += previous == SlotRow.FAILED ? 0 : 1;
            downMicros += cadenceMicros;
            microsSinceError = 0;
            firstError = firstError == null ? started : firstError;
            lastError = started;
            outages.fail(cadenceMicros * 1e-6);
        } else {
            outages.pass(1);
        }
        previous = failed ? SlotRow.FAILED : SlotRow.OK;
    }

    /** Measured slots. */
    public int attempts() {
        return attempts;
    }

    /** Failed slots. */
    public int errors() {
        return errors;
    }

    /** Runs of adjacent failures. */
    public int episodes() {
        return episodes;
    }

    /** Errors for each attempt, 0 to 1; null without an attempt. */
    public @Nullable Double errorRate() {
        return attempts == 0 ? null : (double) errors / attempts;
    }

    /** Its 95 % interval, bursts taken into account; null without an attempt. */
    public @Nullable Interval errorRateCi95() {
        return attempts == 0 ? null : Intervals.errorRate(attempts, errors, pairs);
    }

    /** Share of the measured time in failed slots, 0 to 1; null without an attempt. */
    public @Nullable Double timeDown() {
        return attempts == 0 ? null : (double) downMicros / measuredMicros;
    }

    /** When the first failed attempt started. */
    public @Nullable Instant firstError() {
        return firstError;
    }

    /** When the last failed attempt started. */
    public @Nullable Instant lastError() {
        return lastError;
    }

    /** Measured seconds, up to now. */
    public double measuredSeconds() {
        return measuredMicros * 1e-6;
    }

    /** Measured seconds after the last failure, or since the beginning without one. */
    public double secondsSinceError() {
        return microsSinceError * 1e-6;
    }

    /** Whether the last measured slot failed. */
    public boolean failingNow() {
        return lastMeasuredFailed;
    }

    /** Share of the span that was not measured although it was asked for, 0 to 1. */
    public double lostShare() {
        return spanMicros == 0 ? 0 : (double) lostMicros / spanMicros;
    }

    /** Seconds of the longest outage: two failures or more, at most one slot between them. */
    public double longestOutageSeconds() {
        return outages.longestSeconds();
    }

    /** State of the pane now. */
    public PaneState state() {
        return StateRule.judge(this, thresholds);
    }

    PairCounts pairs() {
        return pairs;
    }
}
