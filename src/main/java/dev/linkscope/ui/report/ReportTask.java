package dev.linkscope.ui.report;

import dev.linkscope.ui.common.LongTask;
import dev.linkscope.ui.common.LongWork;
import dev.linkscope.ui.common.Wording;
import org.jspecify.annotations.Nullable;

/** Lists a report among what takes long, while it is drawn and while it is written. */
final class ReportTask {
    private final LongWork work;
    private final Wording wording;
    private final Runnable cancel;
    private ReportView.Stage stage = ReportView.Stage.NOTHING;
    private @Nullable LongTask task;

    /**
     * Nothing is under way.
     *
     * @param cancel stops what is under way
     */
    ReportTask(LongWork work, Wording wording, Runnable cancel) {
        this.work = work;
        this.wording = wording;
        this.cancel = cancel;
    }

    /** The report is at this now. */
    void follow(ReportView view) {
        boolean busy =
                view.stage() == ReportView.Stage.DRAWING
                        || view.stage() == ReportView.Stage.WRITING;
        if (view.stage() != stage) {
            end(view.stage());
            if (busy) {
                task = work.begin(wording.text("desktop.task.report." + view.stage()), cancel);
            }
        }
        stage = view.stage();
        if (task != null) {
            task.progress(view.share(), "");
        }
    }

    private void end(ReportView.Stage next) {
        LongTask over = task;
        task = null;
        if (over == null) {
            return;
        }
        switch (next) {
            case FAILED, UNWRITTEN -> over.failed(wording.text("desktop.task.failed"));
            default -> over.done(wording.text("desktop.task.done"));
        }
    }

    /** The card is gone, and what was under way with it. */
    void close() {
        LongTask over = task;
        task = null;
        stage = ReportView.Stage.NOTHING;
        if (over != null) {
            over.cancel();
        }
    }
}
