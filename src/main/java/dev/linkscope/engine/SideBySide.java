package dev.linkscope.engine;

import dev.linkscope.engine.report.Progress;
import dev.linkscope.support.NamedThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Does the same with many things, several at a time, where one takes long enough to be worth it.
 */
public final class SideBySide {
    private static final int MOST_THREADS = 4;
    private static final long LOOK_MILLIS = 100;

    private SideBySide() {}

    /**
     * What the work makes of each thing, in their order. Blocks.
     *
     * @param name of the threads
     * @param work called by several threads
     * @param progress told of each thing that is ready, on this thread
     * @throws CancellationException if nobody wants the rest
     */
    public static <T, R> List<R> map(
            String name, List<T> things, Function<T, R> work, Progress progress) {
        progress.at(0, things.size());
        if (things.isEmpty()) {
            return List.of();
        }
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = NamedThreads.pool(name, Math.min(threads, things.size()));
        try {
            List<Future<R>> made =
                    things.stream().map(one -> pool.submit(() -> work.apply(one))).toList();
            var ready = new ArrayList<R>();
            for (Future<R> one : made) {
                ready.add(await(one, ready.size(), made.size(), progress));
                progress.at(ready.size(), made.size());
            }
            return ready;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R await(Future<R> one, int done, int of, Progress progress) {
        try {
            while (true) {
                try {
                    return one.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    // Whoever cancels must not wait for a slow thing.
                    progress.at(done, of);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
