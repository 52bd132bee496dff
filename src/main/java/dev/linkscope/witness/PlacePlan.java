package dev.linkscope.witness;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.Nearby;
import dev.linkscope.engine.port.Witness.Place;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which places are looked at, and when each is looked at first. */
final class PlacePlan {
    /** More would be a list of targets, not a farm; they bound memory and traffic. */
    private static final int MOST_ROUTERS = 12;

    private static final int MOST_SERVERS = 16;

    /** Host and port; an address of IPv6 stands in brackets. */
    private static final Pattern REFERENCE = Pattern.compile("\\[?([^\\[\\]]+)]?:(\\d{1,5})");

    private final Surroundings surroundings;
    private final String agent;
    private final NameLookup names;
    private List<String> references;

    /**
     * A plan.
     *
     * @param agent name of this program for servers
     */
    PlacePlan(Surroundings surroundings, String agent) {
        this.surroundings = surroundings;
        this.agent = agent;
        names = new NameLookup(surroundings.resolver());
        references = surroundings.references();
    }

    /** References from now on, host and port each. */
    void refer(List<String> others) {
        references = List.copyOf(others);
    }

    /**
     * The places of these servers and routers; those that are watched already go on with what was
     * seen of them.
     *
     * @param now by {@link System#nanoTime}
     */
    Map<String, WatchedPlace> of(
            Set<TargetUrl> servers,
            Set<String> routers,
            Map<String, WatchedPlace> watched,
            long now) {
        var next = new Next(watched, now);
        routers.stream().sorted().forEach(router -> addRouter(next, router));
        List<TargetUrl> asked =
                servers.stream()
                        .filter(server -> uri(server).isPresent())
                        .sorted(Comparator.comparing(TargetUrl::display))
                        .limit(MOST_SERVERS)
                        .toList();
        // References are of use beside a server in the internet alone.
        if (asked.stream().anyMatch(server -> !Nearby.is(server))) {
            references.forEach(reference -> addReference(next, reference));
        }
        for (int i = 0; i < asked.size(); i++) {
            addServer(next, asked.get(i), i, asked.size());
        }
        return next.places;
    }

    /** Places being put together. */
    private static final class Next {
        private final Map<String, WatchedPlace> places = new LinkedHashMap<>();
        private final Map<String, WatchedPlace> watched;
        private final long now;
        private int routers;

        Next(Map<String, WatchedPlace> watched, long now) {
            this.watched = watched;
            this.now = now;
        }

        void add(Place kind, String name, Supplier<WatchedPlace> made) {
            String key = kind + " " + name;
            WatchedPlace known = watched.get(key);
            places.putIfAbsent(key, known == null ? made.get() : known);
        }
    }

    private void addRouter(Next next, String text) {
        address(text)
                .filter(surroundings.mayBeRouter())
                .filter(_ -> next.routers++ < MOST_ROUTERS)
                .ifPresent(address ->
                        next.add(
                                Place.ROUTER,
                                text,
                                () ->
                                        new WatchedPlace(
                                                Place.ROUTER,
                                                text,
                                                new RouterProbe(
                                                        address, surroundings.routerPorts()),
                                                surroundings.pace().router(),
                                                surroundings.pace().routerDeadline(),
                                                next.now)));
    }

    private void addReference(Next next, String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return;
        }
        String host = parts.group(1);
        int port = Integer.parseInt(parts.group(2));
        address(host)
                .ifPresent(address ->
                        next.add(
                                Place.REFERENCE,
                                host,
                                () ->
                                        far(
                                                Place.REFERENCE,
                                                host,
                                                new ReferenceProbe(address, port),
                                                next.now)));
    }

    private void addServer(Next next, TargetUrl server, int index, int count) {
        Duration apart = surroundings.pace().far().multipliedBy(index).dividedBy(count);
        uri(server)
                .ifPresent(uri ->
                        next.add(
                                Place.SERVER,
                                server.display(),
                                () ->
                                        far(
                                                Place.SERVER,
                                                server.display(),
                                                new ServerProbe(
                                                        uri,
                                                        agent,
                                                        names,
                                                        surroundings.tls().get()),
                                                next.now + apart.toNanos())));
    }

    private WatchedPlace far(Place kind, String name, Probe probe, long due) {
        return new WatchedPlace(
                kind,
                name,
                probe,
                surroundings.pace().far(),
                surroundings.pace().farDeadline(),
                due);
    }

    /** An address in figures; a name is never looked up for it. */
    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> uri(TargetUrl server) {
        try {
            return Optional.of(URI.create(server.value())).filter(ServerProbe::canAsk);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
