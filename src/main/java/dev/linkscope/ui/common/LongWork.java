package dev.linkscope.ui.common;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/**
 * What takes the program long enough that the user wonders: each task with its progress, and what
 * came of it. Window's thread only.
 */
public final class LongWork {
    /** What is over by then is never listed. */
    private static final Duration UNNOTICED = Duration.seconds(1);

    /** Tasks that ended and stay listed. */
    private static final int KEPT = 6;

    private final Wording wording;
    private final ObservableList<LongTask> tasks = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    /** Nothing is done yet. */
    public LongWork(Wording wording) {
        this.wording = wording;
    }

    /**
     * Some work begins.
     *
     * @param title what is done, in a few words
     * @param onCancel stops it; called on the window's thread, at most once
     * @return to be told how far it is and what came of it
     */
    public LongTask begin(String title, Runnable onCancel) {
        var task = new LongTask(title, wording.text("desktop.task.cancelled"), onCancel);
        var pause = new PauseTransition(UNNOTICED);
        pause.setOnFinished(event -> {
            if (!isOver(task)) {
                tasks.addFirst(task);
                task.stateProperty().subscribe(state -> count());
            }
        });
        pause.play();
        return task;
    }

    private void count() {
        running.set((int) tasks.stream().filter(task -> !isOver(task)).count());
        List<LongTask> over = tasks.stream().filter(LongWork::isOver).toList();
        if (over.size() > KEPT) {
            tasks.remove(over.getLast());
        }
    }

    private static boolean isOver(LongTask task) {
        return switch (task.getState()) {
            case SUCCEEDED, FAILED, CANCELLED -> true;
            case READY, SCHEDULED, RUNNING -> false;
        };
    }

    /** What is said of work that ended well, and of which there is nothing more to say. */
    String done() {
        return wording.text("desktop.task.done");
    }

    /** The same of work that failed: whoever asked for it is told why where it was asked for. */
    String failed() {
        return wording.text("desktop.task.failed");
    }

    /** Tasks that have lasted a while, the newest first, with some of those that ended. */
    public ObservableList<LongTask> tasks() {
        return tasks;
    }

    /** How many of them last. */
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Lists no longer what has ended. */
    public void forgetEnded() {
        tasks.removeIf(LongWork::isOver);
    }
}
