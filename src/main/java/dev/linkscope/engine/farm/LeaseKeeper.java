package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.WatchLeases;
import dev.linkscope.engine.port.WatchLeases.LeaseException;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what this watcher has leases for, and nothing else. It renews them on one thread and
 * looks on another whether they still hold, so that an answer that never comes stops the measuring
 * in time.
 *
 * <p>To hand over at once in the end: close this, then the farm, which waits until its sessions
 * have ended, then the leases.
 */
public final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    /** A session that was told to stop takes a moment to tell its agent. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    static final Duration LONGEST = Duration.ofSeconds(WatchLeases.TERM_SECONDS).minus(MARGIN);

    private static final Duration RENEWAL = Duration.ofSeconds(WatchLeases.RENEWAL_SECONDS);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private static final Statement AWAY = Statement.of("lease.away");

    private final FarmControl farm;
    private final WatchLeases leases;
    private final Map<PrinterId, Printer> printers = new LinkedHashMap<>();
    private final Function<Printer, LinkQuestions> questions;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final Duration renewal;
    private final ScheduledExecutorService renewing = NamedThreads.scheduler("lease-renewal");
    private final ScheduledExecutorService looking = NamedThreads.scheduler("lease-term");

    private final Set<PrinterId> measuring = new HashSet<>();
    private @Nullable Moment grantedAt;
    private boolean closed;
    private volatile @Nullable Statement problem;

    /**
     * A keeper that has not started.
     *
     * @param farm where printers are added and removed
     * @param printers all that this watcher would measure
     * @param questions who is asked while connecting to each
     * @param clock this computer's clock; it may be wrong
     */
    public LeaseKeeper(
            FarmControl farm,
            WatchLeases leases,
            List<Printer> printers,
            Function<Printer, LinkQuestions> questions,
            InstantSource clock) {
        this(farm, leases, printers, questions, clock, System::nanoTime, RENEWAL);
    }

    LeaseKeeper(
            FarmControl farm,
            WatchLeases leases,
            List<Printer> printers,
            Function<Printer, LinkQuestions> questions,
            InstantSource clock,
            LongSupplier ticker,
            Duration renewal) {
        this.farm = farm;
        this.leases = leases;
        printers.forEach(printer -> this.printers.put(printer.id(), printer));
        this.questions = questions;
        this.clock = clock;
        this.ticker = ticker;
        this.renewal = renewal;
    }

    /** Begins to take leases. */
    public void start() {
        renewing.execute(this::renewAndGoOn);
        Future<?> _ =
                looking.scheduleWithFixedDelay(
                        this::look,
                        LOOK_EVERY.toMillis(),
                        LOOK_EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Why leases cannot be renewed; null while all is well. Its key with {@code .next} helps. */
    public @Nullable Statement problem() {
        return problem;
    }

    private void renewAndGoOn() {
        Duration next = renewal;
        try {
            if (!renew()) {
                // So that more than one more attempt fits into the term.
                next = renewal.dividedBy(2);
            }
        } catch (RuntimeException e) {
            LOG.warn("Leases could not be renewed", e);
        }
        synchronized (this) {
            if (!closed) {
                Future<?> _ =
                        renewing.schedule(
                                this::renewAndGoOn, next.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Asks once; whether there was an answer in time. */
    private boolean renew() {
        Moment began = now();
        try {
            Set<PrinterId> held = leases.renew(Set.copyOf(printers.keySet()));
            return granted(began, held);
        } catch (LeaseException e) {
            if (problem == null) {
                LOG.warn("Leases cannot be renewed", e);
            }
            problem = AWAY;
            return false;
        }
    }

    /**
     * An answer to a request that began at a moment: what is not in it is stopped before anything
     * is begun.
     *
     * @return false if it came too late to be of use
     */
    synchronized boolean granted(Moment began, Set<PrinterId> held) {
        if (closed) {
            return false;
        }
        boolean late = hasRunOut(began);
        var lost = new ArrayList<PrinterId>(measuring);
        if (!late) {
            lost.removeIf(held::contains);
        }
        stop(lost);
        if (late) {
            grantedAt = null;
            return false;
        }
        List<Printer> gained =
                printers.values().stream()
                        .filter(printer -> held.contains(printer.id()))
                        .filter(printer -> measuring.add(printer.id()))
                        .toList();
        if (!gained.isEmpty()) {
            LOG.info("{} printers are now measured here", gained.size());
            farm.addAll(gained, questions);
        }
        grantedAt = began;
        problem = null;
        return true;
    }

    private void look() {
        try {
            stopWhatHasRunOut();
        } catch (RuntimeException e) {
            LOG.warn("Printers whose leases ran out could not be stopped", e);
        }
    }

    /** Stops everything if the term is about to end. */
    synchronized void stopWhatHasRunOut() {
        Moment granted = grantedAt;
        if (granted != null && hasRunOut(granted)) {
            if (!measuring.isEmpty()) {
                LOG.warn("The leases of {} printers ran out", measuring.size());
            }
            stop(List.copyOf(measuring));
            grantedAt = null;
            problem = AWAY;
        }
    }

    private void stop(List<PrinterId> lost) {
        lost.forEach(farm::remove);
        measuring.removeAll(lost);
        if (!lost.isEmpty()) {
            LOG.info("{} printers are no longer measured here", lost.size());
        }
    }

    /**
     * The steady clock stands still while the computer sleeps, the other one may be set: whichever
     * says that the time is over is believed.
     */
    private boolean hasRunOut(Moment since) {
        Moment now = now();
        return now.nanos - since.nanos >= LONGEST.toNanos()
                || Duration.between(since.wall, now.wall).compareTo(LONGEST) >= 0;
    }

    /** Now, by both clocks. */
    Moment now() {
        return new Moment(ticker.getAsLong(), clock.instant());
    }

    /**
     * Stops measuring, so that others can go on; with {@link WatchLeases#ALONE} there are none, and
     * the agents may go on until the next start.
     */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (!leases.equals(WatchLeases.ALONE)) {
                stop(List.copyOf(measuring));
            }
            grantedAt = null;
        }
        renewing.shutdownNow();
        looking.shutdownNow();
        try {
            // A request under way must not take anything after the leases were given back.
            boolean _ = renewing.awaitTermination(MARGIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A moment by the steady clock and by this computer's. */
    record Moment(long nanos, Instant wall) {}
}
