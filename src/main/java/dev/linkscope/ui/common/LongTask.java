package dev.linkscope.ui.common;

import dev.linkscope.support.NamedThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.concurrent.Task;

/**
 * Work that is done elsewhere, as the task view shows it: it lasts until whoever does it says what
 * came of it, or the user cancels it.
 */
public final class LongTask extends Task<Boolean> {
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final Runnable onCancel;
    private final String cancelled;

    /**
     * Work that has begun.
     *
     * @param title what is done, in a few words
     * @param cancelled what is said once it was cancelled
     * @param onCancel stops it; called on the window's thread
     */
    LongTask(String title, String cancelled, Runnable onCancel) {
        this.onCancel = onCancel;
        this.cancelled = cancelled;
        updateTitle(title);
        updateProgress(-1, 1);
        NamedThreads.virtual("task", this).start();
    }

    @Override
    protected Boolean call() throws ExecutionException, InterruptedException {
        return end.get();
    }

    /**
     * Says how far it is. Any thread.
     *
     * @param share how much of it is done, 0 to 1; negative if not known
     * @param words what is going on; may be empty
     */
    public void progress(double share, String words) {
        updateProgress(share < 0 ? -1 : Math.min(share, 1), 1);
        updateMessage(words);
    }

    /** It has ended well. Any thread. */
    public void done(String outcome) {
        updateMessage(outcome);
        updateProgress(1, 1);
        end.complete(true);
    }

    /** It has ended badly. Any thread. */
    public void failed(String outcome) {
        updateMessage(outcome);
        end.completeExceptionally(new IllegalStateException("failed"));
    }

    @Override
    protected void cancelled() {
        updateMessage(cancelled);
        onCancel.run();
    }
}
