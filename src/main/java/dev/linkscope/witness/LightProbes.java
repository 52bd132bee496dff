package dev.linkscope.witness;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.SleepWatch;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.engine.port.Witness;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second witness: a scheduler that says what is due, and a few workers that look. There is
 * neither while nothing is watched.
 */
public final class LightProbes implements Witness {
    private static final Logger LOG = LoggerFactory.getLogger(LightProbes.class);
    private static final int WORKERS = 6;

    /** An attempt that took so much longer than its deadline was asleep. */
    private static final Duration OVERDUE = Duration.ofSeconds(5);

    /** The two clocks of this computer drift apart by more only if one stood still or was set. */
    private static final Duration APART = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final PlacePlan plan;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final SleepWatch sleep;
    private final ExecutorService workers = NamedThreads.pool("witness", WORKERS);
    private final Object lock = new Object();

    /** By kind and name, in the order of the plan. Guarded by the lock, as all below. */
    private Map<String, WatchedPlace> places = new LinkedHashMap<>();

    private Set<TargetUrl> watchedServers = Set.of();
    private Set<String> watchedRouters = Set.of();
    private @Nullable ScheduledExecutorService scheduler;
    private long sleeps;
    private long quietUntil;
    private boolean closed;

    /**
     * A witness that watches nothing yet.
     *
     * @param manners which references in the internet are asked
     * @param version of this program, for the servers that it asks
     */
    public LightProbes(InstantSource clock, Manners manners, String version) {
        this(
                Surroundings.ofThisComputer(manners.referencesAsked()),
                clock,
                System::nanoTime,
                version);
    }

    LightProbes(
            Surroundings surroundings, InstantSource clock, LongSupplier nanos, String version) {
        this.surroundings = surroundings;
        this.clock = clock;
        this.nanos = nanos;
        this.plan =
                new PlacePlan(
                        surroundings,
                        "Linkscope/" + version + " (+diagnostic probe, second witness)");
        this.sleep = new SleepWatch(clock, nanos);
        this.quietUntil = nanos.getAsLong();
    }

    @Override
    public void watch(Set<TargetUrl> servers, Set<String> routers) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            watchedServers = Set.copyOf(servers);
            watchedRouters = Set.copyOf(routers);
            places = plan.of(servers, routers, places, nanos.getAsLong());
            if (places.isEmpty()) {
                stopScheduler();
            } else if (scheduler == null) {
                long tick = surroundings.pace().tick().toMillis();
                scheduler = NamedThreads.scheduler("witness-clock");
                sleep.slept(); // Nobody looked meanwhile.
                var _ =
                        scheduler.scheduleWithFixedDelay(
                                this::tick, 0, tick, TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public void refer(List<String> references) {
        synchronized (lock) {
            plan.refer(references);
            watch(watchedServers, watchedRouters);
        }
    }

    private void stopScheduler() {
        if (scheduler != null) {
            scheduler.shutdownNow();
            scheduler = null;
        }
    }

    private void tick() {
        synchronized (lock) {
            long now = nanos.getAsLong();
            if (sleep.slept()) {
                sleeps++;
                quietUntil = now + surroundings.pace().settling().toNanos();
            }
            boolean quiet = now - quietUntil < 0;
            for (WatchedPlace place : places.values()) {
                place.cut(false);
                if (place.takeDue(now) && !quiet && !closed) {
                    place.begin();
                    workers.execute(() -> look(place));
                }
            }
        }
    }

    private void look(WatchedPlace place) {
        try {
            if (surroundings.online().getAsBoolean()) {
                attempt(place);
            }
        } catch (NothingSeen e) {
            synchronized (lock) {
                place.rest(nanos.getAsLong(), e.rest());
            }
        } catch (RuntimeException e) {
            LOG.warn("a probe of this computer's own failed", e);
        } finally {
            synchronized (lock) {
                place.end();
            }
        }
    }

    private void attempt(WatchedPlace place) throws NothingSeen {
        Instant at = clock.instant();
        long begun = nanos.getAsLong();
        long sleepsBefore;
        try (var attempt = new Attempt(place.deadline())) {
            synchronized (lock) {
                sleepsBefore = sleeps;
                place.run(attempt);
            }
            String failure = failure(place.probe(), attempt);
            synchronized (lock) {
                Duration running = Duration.ofNanos(nanos.getAsLong() - begun);
                Duration onTheWall = Duration.between(at, clock.instant());
                boolean awake = sleeps == sleepsBefore && awake(place, running, onTheWall);
                if (awake && !closed) {
                    place.add(at, failure);
                }
            }
        }
    }

    /** Whether this computer was awake all the time; some clocks count sleep and some do not. */
    private static boolean awake(WatchedPlace place, Duration running, Duration onTheWall) {
        Duration longest = place.deadline().plus(OVERDUE);
        return running.compareTo(longest) <= 0
                && onTheWall.compareTo(longest) <= 0
                && running.minus(onTheWall).abs().compareTo(APART) <= 0;
    }

    private static @Nullable String failure(Probe probe, Attempt attempt) throws NothingSeen {
        try {
            probe.run(attempt);
            return null;
        } catch (AttemptFailed e) {
            return attempt.phase().wireName() + "." + e.errorClass();
        } catch (IOException e) {
            String trouble = attempt.isOver() ? "timeout" : Trouble.of(e);
            return attempt.phase().wireName() + "." + trouble;
        }
    }

    @Override
    public List<Testimony> testimonies() {
        Instant now = clock.instant();
        synchronized (lock) {
            return places.values().stream()
                    .filter(WatchedPlace::canTestify)
                    .map(place -> place.testimony(now))
                    .toList();
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            stopScheduler();
            places.values().forEach(place -> place.cut(true));
            places = new LinkedHashMap<>();
        }
        workers.shutdownNow();
    }
}
