package dev.linkscope.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/** The window's thread as an executor, and the only place that hands work to it. */
public final class FxExecutor implements Executor {
    /** The one window thread. */
    public static final FxExecutor FX = new FxExecutor();

    private FxExecutor() {}

    @Override
    public void execute(Runnable command) {
        Platform.runLater(command);
    }

    /**
     * Runs work on the window's thread and waits for it; at once if called there.
     *
     * @throws InterruptedException if interrupted while waiting
     * @throws IllegalStateException if the work throws
     */
    public <T> T call(Callable<T> work) throws InterruptedException {
        var task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            execute(task);
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("work on the window's thread failed", e.getCause());
        }
    }
}
