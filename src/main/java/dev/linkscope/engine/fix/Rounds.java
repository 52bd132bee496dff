package dev.linkscope.engine.fix;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again, on one thread, and publishes what is new. Thread-safe. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** So soon a printer is shown that is new, or has another name. */
    private static final Duration WAKE = Duration.ofSeconds(1);

    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final TrialWatch watch;
    private final Showing showing;
    private final FarmControl farm;
    private final InstantSource clock;
    private final Duration period;
    private final Thread thread;
    private final Semaphore bell = new Semaphore(0);
    private final AtomicLong revision = new AtomicLong();
    private volatile Shown shown = Shown.NOTHING;
    private volatile boolean closed;
    private Set<PrinterId> measured = Set.of();

    Rounds(
            TrialWatch watch,
            Showing showing,
            FarmControl farm,
            InstantSource clock,
            Duration period) {
        this.watch = watch;
        this.showing = showing;
        this.farm = farm;
        this.clock = clock;
        this.period = period;
        this.thread = NamedThreads.platform("fix-desk", this::run);
    }

    void start() {
        thread.start();
    }

    long revision() {
        return revision.get();
    }

    Shown shown() {
        return shown;
    }

    /** The book has changed: tells so at once, and looks soon. */
    void changed() {
        publish();
        bell.release();
    }

    /** Makes anew what is told. */
    synchronized void publish() {
        Shown now = showing.now();
        if (!now.equals(shown)) {
            shown = now;
            revision.incrementAndGet();
        }
        Set<PrinterId> wanted = watch.measured();
        if (!wanted.equals(measured)) {
            measured = wanted;
            farm.watchFixes(wanted);
        }
    }

    /** One round; the rounds of two callers follow one another. */
    void round() {
        synchronized (watch) {
            watch.round(clock.instant());
        }
        publish();
    }

    private void run() {
        Instant next = clock.instant();
        try {
            while (!closed) {
                if (bell.availablePermits() > 0 || !clock.instant().isBefore(next)) {
                    bell.drainPermits();
                    next = clock.instant().plus(period);
                    safely(this::round);
                } else {
                    safely(this::publish);
                }
                Duration wait = period.compareTo(WAKE) < 0 ? period : WAKE;
                if (bell.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.release();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("no more rounds");
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The edge of this thread: the next round may succeed.
            LOG.warn("the changes could not be looked at", e);
        }
    }

    /** Ends, and waits shortly for a look under way, which reads the history. */
    @Override
    public void close() {
        closed = true;
        bell.release();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(GOODBYE)) {
                LOG.warn("a look at the changes does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
