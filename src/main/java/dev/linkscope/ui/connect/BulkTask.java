package dev.linkscope.ui.connect;

import dev.linkscope.engine.bulk.BulkEntry.Stage;
import dev.linkscope.engine.bulk.BulkState;
import dev.linkscope.engine.bulk.BulkState.Phase;
import dev.linkscope.ui.common.LongTask;
import dev.linkscope.ui.common.LongWork;
import dev.linkscope.ui.common.Wording;
import org.jspecify.annotations.Nullable;

/** Lists the trial of many printers among what takes long. */
public final class BulkTask {
    private final BulkAddModel model;
    private final LongWork work;
    private final Wording wording;
    private @Nullable LongTask task;

    /** Follows this model from now on. */
    public BulkTask(BulkAddModel model, LongWork work, Wording wording) {
        this.model = model;
        this.work = work;
        this.wording = wording;
        model.stateProperty()
                .subscribe(state -> {
                    if (state != null) {
                        follow(state);
                    }
                });
    }

    private void follow(BulkState state) {
        int all = state.entries().size();
        int good = state.at(Stage.DONE).size();
        int bad = state.at(Stage.FAILED).size();
        if (state.phase() == Phase.OVER) {
            if (task != null) {
                task.done(wording.text("desktop.task.bulk.done", good, bad));
                task = null;
            }
            return;
        }
        if (task == null) {
            task = work.begin(wording.text("desktop.task.bulk", all), model::cancel);
        }
        boolean waits = state.phase() == Phase.REVIEW || state.phase() == Phase.REFUSED;
        task.progress(
                (good + bad) / (double) Math.max(1, all),
                wording.text(
                        waits ? "desktop.task.bulk.waits" : "desktop.task.bulk.so_far",
                        good + bad,
                        all));
    }
}
