package dev.linkscope.ui.common;

import dev.linkscope.support.NamedThreads;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work that must not run on the window's thread; its end is told there. */
public final class Background {
    private final Executor ui;
    private final @Nullable LongWork listed;

    /** Background work that reports to the given executor. */
    public Background(Executor ui) {
        this(ui, null);
    }

    /**
     * The same, where work that has a title is listed if it takes long.
     *
     * @param listed where; null for nowhere
     */
    public Background(Executor ui, @Nullable LongWork listed) {
        this.ui = ui;
        this.listed = listed;
    }

    /** Where long work is listed; empty for nowhere. */
    public Optional<LongWork> listed() {
        return Optional.ofNullable(listed);
    }

    /**
     * Starts work that the user may watch and cancel. Window's thread only.
     *
     * @param title what is done, in a few words of the user's language
     * @see #start(String, Callable, Consumer, Consumer)
     */
    public <T> Thread start(
            String name,
            String title,
            Callable<T> work,
            Consumer<T> done,
            Consumer<Exception> failed) {
        if (listed == null) {
            return start(name, work, done, failed);
        }
        var thread = new AtomicReference<@Nullable Thread>();
        LongTask task =
                listed.begin(
                        title,
                        () -> {
                            Thread running = thread.get();
                            if (running != null) {
                                running.interrupt();
                            }
                        });
        Thread started =
                start(
                        name,
                        work,
                        result -> {
                            task.done(listed.done());
                            done.accept(result);
                        },
                        problem -> {
                            task.failed(listed.failed());
                            failed.accept(problem);
                        });
        thread.set(started);
        return started;
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
