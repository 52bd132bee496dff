package dev.linkscope.launch;

import dev.linkscope.support.NamedThreads;
import dev.linkscope.ui.common.FxExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;

/**
 * The start of the window's toolkit, on a thread of its own: it takes about as long as all that is
 * opened meanwhile.
 */
final class ToolkitStart {
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private ToolkitStart() {}

    /** Begins. Once in a process. */
    static ToolkitStart begin() {
        Toolkit.quiet();
        var start = new ToolkitStart();
        NamedThreads.platform("toolkit", start::run).start();
        return start;
    }

    private void run() {
        try {
            // The window may be put away while its symbol stays.
            Platform.setImplicitExit(false);
            Platform.startup(() -> started.complete(null));
        } catch (RuntimeException | LinkageError e) {
            started.completeExceptionally(e);
        }
    }

    /** Has this done on the window's thread as soon as there is one; never if there is none. */
    void then(Runnable work) {
        CompletableFuture<Void> _ = started.thenRun(() -> FxExecutor.FX.execute(work));
    }

    /**
     * Waits until it has started.
     *
     * @throws UnsupportedOperationException if there is no display that it can use
     * @throws UnsatisfiedLinkError if a library of the system is missing
     */
    void await() {
        try {
            started.join();
        } catch (CompletionException e) {
            Throwable why = e.getCause();
            if (why instanceof LinkageError missing) {
                throw missing;
            }
            throw why instanceof RuntimeException refused ? refused : e;
        }
    }
}
