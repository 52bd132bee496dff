package dev.linkscope.ui.shell;

import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.ReportReader;
import java.io.IOException;

/**
 * What the window needs of the time that has passed.
 *
 * @param book what the history keeps
 * @param comparisons compares two spans of it
 * @param timelines reads it for charts and tables
 * @param reader opens reports
 */
public record PastServices(
        HistoryBook book, Comparisons comparisons, Timelines timelines, ReportReader reader) {
    /** Nothing of it. */
    public static final PastServices NONE =
            new PastServices(
                    HistoryBook.NONE,
                    Comparisons.NONE,
                    Timelines.NONE,
                    file -> {
                        throw new IOException(String.valueOf(file));
                    });
}
