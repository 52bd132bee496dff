package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.Interval;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows a change slot by slot until {@link SequentialFix} decides, so that it makes no difference
 * when and how often somebody looks. A link that fails seldom but long has few drop-outs, so it is
 * held to its error rate too: nothing is better while it fails, nor while it has failed for as
 * large a share of the time as before.
 */
final class FixCourse {
    private final SequentialFix test;
    private final LivePane since;
    private final @Nullable FaultHours hours;
    private final double oldRate;
    private final double oldRateAtMost;
    private double cadenceSeconds;

    FixCourse(DropOuts before, LivePane baseline, @Nullable FaultHours hours, Thresholds limits) {
        this.test = new SequentialFix(before);
        this.since = new LivePane(limits);
        this.hours = hours;
        this.oldRate = (double) baseline.errors() / baseline.attempts();
        Interval interval = baseline.errorRateCi95();
        this.oldRateAtMost = interval == null ? 1 : interval.high();
    }

    /** Follows the slots since the change; of the baseline only what was compared is passed on. */
    FixDecision follow(Trace before, Trace after) {
        Trace counted = hours == null ? after : hours.keep(after);
        List<SlotRow> rows = SlotRow.of(counted);
        for (int s = 0; s < rows.size(); s++) {
            Segment segment = after.segments().get(s);
            since.beginSegment(segment.cadence());
            cadenceSeconds = rows.get(s).cadenceSeconds();
            for (int i = 0; i < rows.get(s).length(); i++) {
                Slot slot = segment.slots().get(i);
                since.add(slot);
                test.add(rows.get(s), i);
                FixFigures decided = slot.measured() ? decided() : null;
                if (decided != null) {
                    Instant at = Cut.end(segment, slot);
                    return new FixDecision(decided, at, before, Cut.until(counted, at), hours);
                }
            }
        }
        double least = Math.max(secondsOfHoursLeft(), secondsUntilRarer());
        return new FixDecision(test.open(least), null, before, counted, hours);
    }

    private @Nullable FixFigures decided() {
        if (test.speaksAgainst()) {
            return test.notFixed();
        }
        if (!test.speaksForFix()) {
            return null;
        }
        if (rarer()) {
            boolean now = !since.failingNow() && secondsOfHoursLeft() <= 0;
            return now ? test.verified() : null;
        }
        Interval rate = since.errorRateCi95();
        return rate != null && rate.low() > oldRateAtMost ? test.stillDown() : null;
    }

    private boolean rarer() {
        return since.errors() < oldRate * since.attempts();
    }

    private double secondsUntilRarer() {
        return since.errors() == 0 || rarer()
                ? 0
                : (Math.floor(since.errors() / oldRate) + 1 - since.attempts()) * cadenceSeconds;
    }

    /** Each part of the hours in which it fails must have had its chance to. */
    private double secondsOfHoursLeft() {
        return hours == null ? 0 : hours.length().toMillis() * 1e-3 - test.seconds();
    }
}
