package dev.linkscope.ui.common;

import dev.linkscope.support.NamedThreads;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Work that must not run on the window's thread; its end is told there. */
public final class Background {
    private final Executor ui;

    /** Background work that reports to the given executor. */
    public Background(Executor ui) {
        this.ui = ui;
    }

    /**
     * Starts work on a thread of its own.
     *
     * @param name name of the thread
     * @param work what to do; may block
     * @param done told of the result
     * @param failed told of the exception, interruption included
     * @return the thread, so that it can be interrupted
     */
    public <T> Thread start(
            String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Thread thread = NamedThreads.platform(name, () -> run(work, done, failed));
        thread.start();
        return thread;
    }

    // The edge of a thread: whatever went wrong has to reach the user, so everything is caught.
    private <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            T result = work.call();
            ui.execute(() -> done.accept(result));
        } catch (Exception e) {
            ui.execute(() -> failed.accept(e));
        }
    }
}
