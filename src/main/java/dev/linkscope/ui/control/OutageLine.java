package dev.linkscope.ui.control;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One printer's row in the chart of outages.
 *
 * @param id whose row it is
 * @param name what the printer is called
 * @param marks in the order in which they are drawn, the topmost last
 * @param downMillis how long its own outages lasted within the span, without those shared
 * @param spoken the row as one sentence, for those who do not see it
 */
public record OutageLine(
        PrinterId id, String name, List<Mark> marks, long downMillis, String spoken) {
    public OutageLine {
        marks = List.copyOf(marks);
    }

    /** What a mark stands for; in the order in which they cover one another. */
    public enum Kind {
        /** Nobody measured. */
        BLIND,
        /** Failures too few to be an outage. */
        ERROR,
        /** An outage of this printer. */
        OWN,
        /** Its part in an outage that several printers had together. */
        SHARED
    }

    /**
     * A stretch of time in a row.
     *
     * @param kind what it stands for
     * @param from its start, epoch milliseconds
     * @param to its end
     * @param phase where most attempts failed; null if that is not known or nothing failed
     * @param reason why it was not measured; null if it was
     */
    public record Mark(
            Kind kind, long from, long to, @Nullable Phase phase, @Nullable NotMeasured reason) {}
}
