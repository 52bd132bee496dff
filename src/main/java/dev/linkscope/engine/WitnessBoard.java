package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.engine.port.Witness;
import dev.linkscope.engine.port.Witness.Place;
import dev.linkscope.engine.port.Witness.Sighting;
import dev.linkscope.engine.port.Witness.Testimony;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the second witness what to look at, and lays what it saw beside each printer. Thread-safe;
 * no method waits for the network.
 */
public final class WitnessBoard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessBoard.class);

    /** How much of the past counts: as much as the panes show. */
    static final Duration SPAN = Duration.ofHours(2);

    private static final Duration FOLLOWED = Duration.ofSeconds(3);

    /** Testimonies are copied at most so often. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Witness witness;
    private final InstantSource clock;

    /** Each telling is a new diagnosis. */
    private static final int LOOKS_A_TELLING = 5;

    private final ScheduledExecutorService follower = NamedThreads.scheduler("witness-board");

    /** The last router that each printer told: its facts are not there at every moment. */
    private final Map<PrinterId, String> routers = new ConcurrentHashMap<>();

    private volatile @Nullable Seen seen;
    private long looks;
    private Watched watched = new Watched(Set.of(), Set.of());

    private record Watched(Set<TargetUrl> servers, Set<String> routers) {}

    private record Seen(
            Instant at,
            Map<String, Testimony> routers,
            Map<String, Testimony> servers,
            Optional<Testimony> internet) {}

    /** A board whose witness watches nothing yet; closed with the board. */
    public WitnessBoard(Witness witness, InstantSource clock) {
        this.witness = witness;
        this.clock = clock;
    }

    /** Tells the witness from now on what the printers of a farm have on their way. */
    public void follow(FarmControl farm) {
        var _ =
                follower.scheduleWithFixedDelay(
                        () -> look(farm), 0, FOLLOWED.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on the witness asks the references of these manners. Returns at once. */
    public void replan(Manners manners) {
        witness.refer(manners.referencesAsked());
    }

    private void look(FarmControl farm) {
        try {
            List<SessionSnapshot> snapshots = farm.snapshots();
            look(snapshots);
            if (looks++ % LOOKS_A_TELLING == 0) {
                tell(farm, snapshots);
            }
        } catch (RuntimeException e) {
            LOG.warn("the second witness was not told what to look at", e);
        }
    }

    /** What was seen joins the diagnosis of each printer. */
    private void tell(FarmControl farm, List<SessionSnapshot> snapshots) {
        for (SessionSnapshot snapshot : snapshots) {
            WitnessView view = of(snapshot);
            if (view.applies()) {
                farm.witnessed(snapshot.printer().id(), view.rows());
            }
        }
    }

    /** Tells the witness what these printers have on their way, if that has changed. */
    synchronized void look(List<SessionSnapshot> snapshots) {
        var servers = new TreeMap<String, TargetUrl>();
        var addresses = new TreeSet<String>();
        for (SessionSnapshot snapshot : snapshots) {
            Printer printer = snapshot.printer();
            if (applies(printer)) {
                servers.putIfAbsent(printer.server().display(), printer.server());
                router(printer, snapshot.facts()).ifPresent(addresses::add);
            }
        }
        Set<PrinterId> present =
                snapshots.stream()
                        .map(snapshot -> snapshot.printer().id())
                        .collect(Collectors.toSet());
        routers.keySet().retainAll(present);
        var next = new Watched(Set.copyOf(servers.values()), Set.copyOf(addresses));
        if (!next.equals(watched)) {
            watched = next;
            witness.watch(next.servers(), next.routers());
        }
    }

    /** Whether this computer is a second witness of a printer. */
    private static boolean applies(Printer printer) {
        return printer.target() instanceof Target.Ssh;
    }

    /** The router that a printer told, unless its address means another one here. */
    private Optional<String> router(Printer printer, List<Fact> facts) {
        if (printer.target() instanceof Target.Ssh ssh && isFarAway(ssh.host())) {
            return Optional.empty();
        }
        String known = routers.get(printer.id());
        for (Fact fact : facts) {
            String address = fact.value();
            if (fact.key().equals("gateway.address")
                    && fact.status() == FactStatus.KNOWN
                    && address != null) {
                if (!address.equals(known)) {
                    routers.put(printer.id(), address);
                }
                return Optional.of(address);
            }
        }
        return Optional.ofNullable(known);
    }

    /** Whether a host is an address beyond private networks: its router is not one of ours. */
    private static boolean isFarAway(String host) {
        return host.matches("[0-9.]+") && !Nearby.is(new TargetUrl("ssh://" + host));
    }

    /** What was seen of the places on the way of a printer. */
    public WitnessView of(SessionSnapshot snapshot) {
        return of(snapshot.printer(), snapshot.facts(), snapshot.server().trace());
    }

    /**
     * What was seen of the places on the way of a printer.
     *
     * @param facts what is known of it, the address of its router for one
     * @param server trace of its server pane
     */
    public WitnessView of(Printer printer, List<Fact> facts, Trace server) {
        if (!applies(printer)) {
            return WitnessView.NONE;
        }
        Seen now = seen();
        var found = new ArrayList<Testimony>();
        router(printer, facts)
                .flatMap(address -> Optional.ofNullable(now.routers().get(address)))
                .ifPresent(found::add);
        if (!Nearby.is(printer.server())) {
            now.internet().ifPresent(found::add);
        }
        Optional.ofNullable(now.servers().get(printer.server().display())).ifPresent(found::add);
        var joint = new JointSightings(server);
        return new WitnessView(
                true, found.stream().map(testimony -> row(testimony, joint)).toList());
    }

    private Seen seen() {
        Instant now = clock.instant();
        Seen known = seen;
        if (known == null || Duration.between(known.at(), now).abs().compareTo(FRESH) > 0) {
            known = collect(now);
            seen = known;
        }
        return known;
    }

    private Seen collect(Instant now) {
        List<Testimony> all =
                witness.testimonies().stream().map(whole -> recent(whole, now)).toList();
        List<Testimony> references =
                all.stream().filter(testimony -> testimony.place() == Place.REFERENCE).toList();
        return new Seen(
                now,
                byName(all, Place.ROUTER),
                byName(all, Place.SERVER),
                JointReferences.of(references));
    }

    private static Testimony recent(Testimony whole, Instant now) {
        Instant oldest = now.minus(SPAN);
        return new Testimony(
                whole.place(),
                whole.name(),
                whole.sightings().stream()
                        .filter(sighting -> !sighting.at().isBefore(oldest))
                        .toList());
    }

    private static Map<String, Testimony> byName(List<Testimony> all, Place place) {
        return all.stream()
                .filter(testimony -> testimony.place() == place)
                .collect(Collectors.toMap(Testimony::name, testimony -> testimony, (a, _) -> a));
    }

    private static WitnessRow row(Testimony testimony, JointSightings joint) {
        List<Sighting> sightings = testimony.sightings();
        int failed = 0;
        int inARow = 0;
        String last = null;
        for (Sighting sighting : sightings) {
            boolean bad = sighting.failure() != null;
            failed += bad ? 1 : 0;
            inARow = bad ? inARow + 1 : 0;
            last = bad ? sighting.failure() : last;
        }
        return new WitnessRow(
                switch (testimony.place()) {
                    case ROUTER -> WitnessRow.Place.ROUTER;
                    case REFERENCE -> WitnessRow.Place.REFERENCE;
                    case SERVER -> WitnessRow.Place.SERVER;
                },
                testimony.name(),
                sightings.size(),
                failed,
                inARow,
                last,
                joint.during(SlotState.FAILED, sightings),
                joint.during(SlotState.OK, sightings));
    }

    @Override
    public void close() {
        follower.shutdownNow();
        witness.close();
    }
}
