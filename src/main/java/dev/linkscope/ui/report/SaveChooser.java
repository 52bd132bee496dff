package dev.linkscope.ui.report;

import dev.linkscope.engine.report.ReportFormat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks the user where a report goes. */
@FunctionalInterface
public interface SaveChooser {
    /**
     * Asks. Window's thread.
     *
     * @param name suggested name of the file, with its ending
     * @return where; null if the user changed their mind
     */
    @Nullable Path choose(ReportFormat format, String name);
}
