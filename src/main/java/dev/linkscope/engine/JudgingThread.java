package dev.linkscope.engine;

import dev.linkscope.support.NamedThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where all sessions have their long computations made, one after the other: a single thread of the
 * lowest priority, so that however many panes come to a checkpoint at once, the window and the
 * sessions keep a core.
 */
public final class JudgingThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JudgingThread.class);

    private final ExecutorService thread = NamedThreads.background("judging");

    /** A thread without work. */
    public JudgingThread() {}

    /**
     * Has work done after all that was asked for before; returns at once. After {@link #close}
     * nothing is done.
     */
    public void ask(Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("a judgement failed", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("asked for a judgement after the end", e);
        }
    }

    /** Drops what waits and ends once the work under way is done; does not wait for it. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
