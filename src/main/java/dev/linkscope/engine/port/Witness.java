package dev.linkscope.engine.port;

import dev.linkscope.domain.probe.TargetUrl;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Light probes from this computer: the second witness. What it sees never enters a printer's rate.
 * Methods may be called from any thread and return at once.
 */
public interface Witness extends AutoCloseable {
    /**
     * What it looks at from now on; nothing while all are empty.
     *
     * @param servers Obico servers of the printers that are watched
     * @param routers addresses of their routers, as their computers told
     */
    void watch(Set<TargetUrl> servers, Set<String> routers);

    /**
     * References in the internet that it looks at from now on while it looks at anything.
     *
     * @param references host and port each; empty for none
     */
    default void refer(List<String> references) {}

    /** What it has seen in the last 24 h, oldest first, one list a place. */
    List<Testimony> testimonies();

    @Override
    void close();

    /** Kinds of places. */
    enum Place {
        ROUTER,
        REFERENCE,
        SERVER
    }

    /**
     * What was seen of one place.
     *
     * @param place its kind
     * @param name address of the router, host of the reference, display address of the server
     * @param sightings oldest first
     */
    record Testimony(Place place, String name, List<Sighting> sightings) {
        public Testimony {
            sightings = List.copyOf(sightings);
        }
    }

    /**
     * One attempt.
     *
     * @param at when it started, UTC by this computer
     * @param failure {@code phase.class} as the agent would name it; null if it went well
     */
    record Sighting(Instant at, @Nullable String failure) {}
}
