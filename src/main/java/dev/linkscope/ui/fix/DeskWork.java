package dev.linkscope.ui.fix;

import dev.linkscope.ui.common.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the desk is asked to do, away from the window's thread, one thing at a time. */
final class DeskWork {
    private final Background background;
    private final FixText text;
    private final Runnable onChange;
    private String problem = "";
    private @Nullable Busy busy;

    /**
     * Work under way.
     *
     * @param key what is said of it
     * @param change whether it changes something, and so is not to be cut off lightly
     * @param thread does it
     */
    private record Busy(String key, boolean change, Thread thread) {}

    /**
     * Nothing is under way.
     *
     * @param onChange called when work begins, and when it has ended
     */
    DeskWork(Background background, FixText text, Runnable onChange) {
        this.background = background;
        this.text = text;
        this.onChange = onChange;
    }

    /** Looks without changing anything, unless something else is under way. */
    <T> void look(String key, Callable<T> work, Consumer<T> done) {
        run(key, false, work, done);
    }

    /** Changes something, unless something else is under way. */
    <T> void change(String key, Callable<T> work, Consumer<T> done) {
        run(key, true, work, done);
    }

    private <T> void run(String key, boolean change, Callable<T> work, Consumer<T> done) {
        if (busy != null) {
            return;
        }
        problem = "";
        Thread thread =
                background.start(
                        "fix-desk",
                        text.wording().text("fixwizard.busy." + key),
                        work,
                        result -> {
                            busy = null;
                            done.accept(result);
                            onChange.run();
                        },
                        failure -> {
                            busy = null;
                            problem = text.problem(failure);
                            onChange.run();
                        });
        busy = new Busy(key, change, thread);
        onChange.run();
    }

    /** Key of what is under way; null if nothing is. */
    @Nullable String busyKey() {
        return busy == null ? null : busy.key();
    }

    /** What went wrong last, with the next step; empty if nothing did. */
    String problem() {
        return problem;
    }

    /** What went wrong does not matter any more. */
    void forget() {
        problem = "";
    }

    /** Stops what is under way; a change that is cut off stands in the ledger. */
    void stop() {
        if (busy != null) {
            busy.thread().interrupt();
        }
    }

    /** Stops what only looks; a change goes to its end. */
    void stopLooking() {
        if (busy != null && !busy.change()) {
            stop();
        }
    }
}
