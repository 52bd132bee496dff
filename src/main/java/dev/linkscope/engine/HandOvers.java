package dev.linkscope.engine;

import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Sessions that are to go, and those that take their place once they have: two of one printer must
 * not hold its agent at once. Thread-safe.
 */
final class HandOvers {
    private final Queue<MonitoringSession> leaving = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    /** A session was told to end. */
    void leaves(MonitoringSession session) {
        leaving.removeIf(MonitoringSession::hasEnded);
        leaving.add(session);
    }

    /**
     * Starts a session once the one before it, which was told to end, has ended.
     *
     * @param between what is done with the history first, as the next session recalls it
     */
    void after(MonitoringSession before, Runnable between, MonitoringSession next) {
        leaves(before);
        threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread thread =
                NamedThreads.virtual(
                        "hand-over-" + next.snapshot().printer().name(),
                        () -> handOver(before, between, next));
        threads.add(thread);
        thread.start();
    }

    private static void handOver(
            MonitoringSession before, Runnable between, MonitoringSession next) {
        try {
            before.awaitEnd(Goodbyes.patience(1));
            between.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            next.start();
        }
    }

    /** Waits shortly for all that leave, and for these sessions, which were told to end. */
    void await(List<MonitoringSession> last) throws InterruptedException {
        Duration patience = Goodbyes.patience(last.size() + leaving.size());
        for (Thread thread : threads) {
            thread.join(patience);
        }
        // Those that left a moment ago still have to tell their agents and the history.
        Goodbyes.await(Stream.concat(last.stream(), leaving.stream()).toList(), patience);
    }
}
