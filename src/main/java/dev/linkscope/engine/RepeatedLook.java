package dev.linkscope.engine;

import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again, on a thread of its own. One bad look does not end all others. */
public final class RepeatedLook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedLook.class);
    private static final int PATIENCE_SECONDS = 2;

    private final String name;
    private final Duration pause;
    private final Runnable look;
    private final ScheduledExecutorService thread;

    /**
     * Looks that have not begun.
     *
     * @param name of the thread
     * @param pause from the end of a look to the next
     */
    public RepeatedLook(String name, Duration pause, Runnable look) {
        this.name = name;
        this.pause = pause;
        this.look = look;
        this.thread = NamedThreads.scheduler(name);
    }

    /** Looks now, and every so often from now on. */
    public void start() {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::lookSafely, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once more as soon as it can, beside the usual pace; nothing once closed. */
    public void soon() {
        try {
            thread.execute(this::lookSafely);
        } catch (RejectedExecutionException e) {
            LOG.debug("closed already");
        }
    }

    private void lookSafely() {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.error("a look of {} ended unexpectedly", name, e);
        }
    }

    /** Looks no more; waits a little for a look under way. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the last look of {} has not ended", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
