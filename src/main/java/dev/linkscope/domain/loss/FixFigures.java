package dev.linkscope.domain.loss;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a change: did it get better?
 *
 * @param verdict the answer
 * @param reason why
 * @param eValue evidence for an improvement: by luck alone it reaches 20 in at most 5 % of
 *     unchanged links; its highest value if verified, else its present one; null without a usable
 *     baseline or where nothing got through before
 * @param unitGmin ok slots that end a drop-out, as counted here; null likewise
 * @param unitsBefore drop-outs before the change; null likewise
 * @param unitsAfter drop-outs since the change; null likewise
 * @param expectedAfter drop-outs to be expected since the change at the old rate; null likewise
 * @param quietSecondsNeeded measured seconds without a failure still needed from now until it is
 *     verified; null once decided and without a usable baseline
 * @param baselineSecondsNeeded how much longer to watch before changing anything; null unless the
 *     baseline is too short
 */
public record FixFigures(
        FixVerdict verdict,
        FixReason reason,
        @Nullable Double eValue,
        @Nullable Integer unitGmin,
        @Nullable Integer unitsBefore,
        @Nullable Integer unitsAfter,
        @Nullable Double expectedAfter,
        @Nullable Double quietSecondsNeeded,
        @Nullable Double baselineSecondsNeeded) {}
