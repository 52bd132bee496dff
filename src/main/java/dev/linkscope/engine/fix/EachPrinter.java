package dev.linkscope.engine.fix;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.support.NamedThreads;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something for several printers, a few at a time: most of it is waiting. */
final class EachPrinter {
    private static final Logger LOG = LoggerFactory.getLogger(EachPrinter.class);

    private static final int AT_ONCE = 4;

    /** Actions that are interrupted end within seconds. */
    private static final long GOODBYE_SECONDS = 30;

    private EachPrinter() {}

    /**
     * Waits until all of it is done. An interruption goes on to what is under way; what has not
     * been begun by then is not.
     *
     * @return what came of each that was begun, in the order given
     */
    static <T> Map<PrinterId, T> of(Collection<PrinterId> printers, Function<PrinterId, T> work) {
        Map<PrinterId, T> results = new LinkedHashMap<>();
        if (printers.size() == 1) {
            printers.forEach(printer -> results.put(printer, work.apply(printer)));
            return results;
        }
        ExecutorService pool = NamedThreads.pool("fix", AT_ONCE);
        Map<PrinterId, Future<T>> under = new LinkedHashMap<>();
        printers.forEach(printer -> under.put(printer, pool.submit(() -> work.apply(printer))));
        pool.shutdown();
        boolean interrupted = awaitEnd(pool);
        under.forEach((printer, future) -> {
            if (future.isDone() && !future.isCancelled()) {
                results.put(printer, resultNow(future));
            }
        });
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return results;
    }

    /** Whether this thread was interrupted meanwhile. */
    private static boolean awaitEnd(ExecutorService pool) {
        try {
            // For as long as it takes: somebody may be thinking about a password.
            boolean _ = pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            return false;
        } catch (InterruptedException e) {
            pool.shutdownNow();
            awaitGoodbye(pool);
            return true;
        }
    }

    /** However often this thread is interrupted: what is under way has to be written down. */
    private static void awaitGoodbye(ExecutorService pool) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GOODBYE_SECONDS);
        while (!pool.isTerminated()) {
            try {
                if (!pool.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("a change does not end, although nobody waits for it any more");
                    return;
                }
            } catch (InterruptedException e) {
                LOG.debug("interrupted again");
            }
        }
    }

    private static <T> T resultNow(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("done, and waited for", e);
        }
    }
}
