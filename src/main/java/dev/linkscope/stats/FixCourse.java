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
    private final FixBaseline before;
    private double cadenceSeconds;

    FixCourse(FixBaseline before, DropOuts dropOuts, Thresholds limits) {
        this.before = before;
        this.test = new SequentialFix(dropOuts);
        this.since = new LivePane(limits);
    }

    /** Follows the slots since the change. */
    FixDecision follow(Trace after) {
        Trace counted = before.counted(after);
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
                    return decision(decided, at, Cut.until(counted, at));
                }
            }
        }
        double next = since.failingNow() ? cadenceSeconds : 0;
        double least = Math.max(next, Math.max(secondsOfHoursLeft(), secondsUntilRarer()));
        return decision(test.open(least), null, counted);
    }

    private FixDecision decision(FixFigures figures, @Nullable Instant at, Trace counted) {
        return new FixDecision(figures, at, before.compared(), counted, before.hours());
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
        return rate != null && rate.low() > before.errorRateAtMost() ? test.stillDown() : null;
    }

    private boolean rarer() {
        return since.errors() < before.errorRate() * since.attempts();
    }

    private double secondsUntilRarer() {
        return since.errors() == 0 || rarer()
                ? 0
                : (Math.floor(since.errors() / before.errorRate()) + 1 - since.attempts())
                        * cadenceSeconds;
    }

    /** Quiet days come by themselves: each part of the hours must have had its chances to fail. */
    private double secondsOfHoursLeft() {
        FaultHours hours = before.hours();
        return hours == null ? 0 : hours.least().toMillis() * 1e-3 - test.seconds();
    }
}
