package dev.linkscope.stats;

import dev.linkscope.domain.history.SpanComparison.Result;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SpanTest} says of two spans of one pane.
 *
 * @param result what can be said
 * @param reason why
 * @param pValue two-sided; null where drop-outs could not be compared
 * @param gmin ok slots that end a drop-out; null likewise
 * @param first drop-outs of the earlier span, or the most that were seen where they are too few
 * @param second drop-outs of the later span, likewise
 * @param firstSeconds measured seconds of the earlier span
 * @param secondSeconds measured seconds of the later span
 */
public record SpanJudgement(
        Result result,
        Reason reason,
        @Nullable Double pValue,
        @Nullable Integer gmin,
        int first,
        int second,
        double firstSeconds,
        double secondSeconds) {
    /** On what a judgement rests, or what is missing for one. */
    public enum Reason {
        /** The rates of near-independent drop-outs were compared. */
        DROP_OUTS,
        /** Nearly nothing got through in one of them, or attempts came at other paces. */
        ERROR_RATES,
        /** Nothing failed in either. */
        CLEAN,
        /** Hardly anything was measured in the earlier span. */
        FIRST_UNMEASURED,
        /** Hardly anything was measured in the later span. */
        SECOND_UNMEASURED,
        /** Too few drop-outs to see whether they come by themselves. */
        TOO_FEW,
        /** They come in a few storms, at every Gmin. */
        UNEVEN
    }
}
