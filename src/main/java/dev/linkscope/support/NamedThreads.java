package dev.linkscope.support;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The only place that makes threads, so that each has a name that says what it does, and none keeps
 * the program alive.
 */
public final class NamedThreads {
    private NamedThreads() {}

    /** An unstarted platform thread. */
    public static Thread platform(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).unstarted(work);
    }

    /** An unstarted virtual thread, for work that mostly waits. */
    public static Thread virtual(String name, Runnable work) {
        return Thread.ofVirtual().name(name).unstarted(work);
    }

    /** A factory of platform threads named {@code prefix-0}, {@code prefix-1} and so on. */
    public static ThreadFactory factory(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix + "-", 0).factory();
    }

    /** One thread that runs delayed and repeated work; work cancelled is dropped at once. */
    public static ScheduledExecutorService scheduler(String name) {
        var executor = new ScheduledThreadPoolExecutor(1, factory(name));
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** At most so many threads for work that waits its turn; idle ones end. */
    public static ExecutorService pool(String prefix, int threads) {
        var executor =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        30,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        factory(prefix));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /**
     * One thread that works off what it is given, one after the other, with the lowest priority:
     * for long computations that must not hold up anything else.
     */
    // Nothing depends on the priority: it only says which thread may wait.
    @SuppressWarnings("ThreadPriorityCheck")
    public static ExecutorService background(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = platform(name, work);
                    thread.setPriority(Thread.MIN_PRIORITY);
                    return thread;
                });
    }
}
