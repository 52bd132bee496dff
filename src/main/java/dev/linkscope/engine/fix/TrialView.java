package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.loss.FixFigures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A change in figures, as far as it was watched.
 *
 * @param state how it stands now
 * @param figures of the comparison that is going on; of the first one after it was decided
 * @param before error rate of the baseline, 0 to 1; null without a measured slot
 * @param beforeMeasured how much of the baseline was measured
 * @param beforeDropOuts drop-outs in the baseline; null if they cannot be counted
 * @param after error rate since the change; null without a measured slot
 * @param afterMeasured how much was measured since the change
 * @param afterDropOuts drop-outs since; null likewise
 * @param expected drop-outs that would have been usual since; null likewise
 * @param quietNeeded how long it has to stay quiet from now on; null once decided, or if it cannot
 *     be told
 * @param progress share of the quiet time that has passed, 0 to 1
 * @param sentence what is known, in words; never a percentage of certainty
 */
public record TrialView(
        TrialState state,
        FixFigures figures,
        @Nullable Double before,
        Duration beforeMeasured,
        @Nullable Integer beforeDropOuts,
        @Nullable Double after,
        Duration afterMeasured,
        @Nullable Integer afterDropOuts,
        @Nullable Double expected,
        @Nullable Duration quietNeeded,
        double progress,
        Statement sentence) {}
