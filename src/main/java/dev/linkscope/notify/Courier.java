package dev.linkscope.notify;

import dev.linkscope.support.NamedThreads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Carries one notice after the other on a thread of its own; few may wait. */
final class Courier implements AutoCloseable {
    private static final int WAITING = 32;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor thread;
    private final int patienceSeconds;

    /**
     * A courier.
     *
     * @param name of its thread
     * @param patienceSeconds for what is under way when it is closed
     */
    Courier(String name, int patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        NamedThreads.factory(name));
        thread.allowCoreThreadTimeOut(true);
    }

    /** Takes work; false if too much waits, or it is closed. */
    boolean take(Runnable work) {
        try {
            thread.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Goes on for a moment, then interrupts and gives up. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patienceSeconds, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
