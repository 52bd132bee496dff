package dev.linkscope.domain.history;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.loss.PaneFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pane in two spans of time.
 *
 * @param pane {@code server} or {@code webcam}
 * @param first figures of the earlier span
 * @param second figures of the later one
 * @param result what the test says
 * @param pValue two-sided; null where the test could not be made
 * @param said the result in words, most important sentence first, with what it cannot tell
 */
public record SpanComparison(
        String pane,
        PaneFigures first,
        PaneFigures second,
        Result result,
        @Nullable Double pValue,
        List<Statement> said) {
    public SpanComparison {
        said = List.copyOf(said);
    }

    /** What can come of it. */
    public enum Result {
        /** The later span had fewer, more than chance explains. */
        FEWER,
        /** The later span had more, more than chance explains. */
        MORE,
        /** The difference is one that chance makes. */
        NO_DIFFERENCE_SHOWN,
        /** One of the spans has too little to compare. */
        TOO_LITTLE
    }
}
