package dev.linkscope.ui.report;

import dev.linkscope.engine.report.Removed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * How far a report is.
 *
 * @param stage what is going on
 * @param share how much of it is done, 0 to 1; negative if not known
 * @param pages how many it has; 0 before it is drawn
 * @param removed what was taken out
 * @param sheet the page last drawn; null before
 * @param why what went wrong, for the user; null if that is not known
 * @param file where it was, or was to be, written; null before
 */
record ReportView(
        Stage stage,
        double share,
        int pages,
        List<Removed> removed,
        @Nullable Sheet sheet,
        @Nullable String why,
        @Nullable Path file) {
    /** What can be going on. */
    enum Stage {
        /** Something has to be chosen first. */
        NOTHING,
        DRAWING,
        READY,
        FAILED,
        WRITING,
        WRITTEN,
        UNWRITTEN
    }

    /**
     * A page as a picture.
     *
     * @param page counted from 0
     * @param dpi at which resolution
     * @param image null if it could not be drawn
     */
    record Sheet(int page, int dpi, @Nullable Image image) {}

    /** Nothing is drawn. */
    static final ReportView NOTHING =
            new ReportView(Stage.NOTHING, -1, 0, List.of(), null, null, null);

    ReportView drawing(double done) {
        return new ReportView(Stage.DRAWING, done, pages, removed, sheet, null, null);
    }

    ReportView ready(int count, List<Removed> gone) {
        return new ReportView(Stage.READY, 1, count, List.copyOf(gone), null, null, null);
    }

    ReportView failed(@Nullable String reason) {
        return new ReportView(Stage.FAILED, -1, 0, List.of(), null, reason, null);
    }

    ReportView withSheet(Sheet drawn) {
        return new ReportView(stage, share, pages, removed, drawn, why, file);
    }

    ReportView writing(double done) {
        return new ReportView(Stage.WRITING, done, pages, removed, sheet, null, null);
    }

    ReportView written(Path where) {
        return new ReportView(Stage.WRITTEN, 1, pages, removed, sheet, null, where);
    }

    /** Not written; without a problem, because the user did not want it any more. */
    ReportView unwritten(@Nullable Exception problem, Path where) {
        if (problem == null) {
            return new ReportView(Stage.READY, 1, pages, removed, sheet, null, null);
        }
        String reason = problem instanceof IOException ? problem.getMessage() : null;
        return new ReportView(Stage.UNWRITTEN, 1, pages, removed, sheet, reason, where);
    }

    /** Whether there is a report that can be looked at and written. */
    boolean whole() {
        return stage == Stage.READY || stage == Stage.WRITTEN || stage == Stage.UNWRITTEN;
    }
}
