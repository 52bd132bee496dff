package dev.linkscope.engine.history;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.SpanComparison;
import dev.linkscope.domain.printer.PrinterId;
import java.io.IOException;
import java.util.List;

/** Compares two spans of a printer's history. */
@FunctionalInterface
public interface Comparisons {
    /** Compares nothing. */
    Comparisons NONE = (_, _, _) -> List.of();

    /**
     * Both panes, those that were measured in neither span left out. Blocks.
     *
     * @param first the earlier span
     * @param second the later one
     * @throws IOException if the history cannot be read, with a message for the user
     */
    List<SpanComparison> compare(PrinterId printer, Span first, Span second) throws IOException;
}
