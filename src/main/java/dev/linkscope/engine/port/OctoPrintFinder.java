package dev.linkscope.engine.port;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the web servers of OctoPrint on a host, from this computer. */
@FunctionalInterface
public interface OctoPrintFinder {
    /**
     * Looks at the usual ports, all at once. Blocks for some seconds at most, and ends early when
     * its thread is interrupted; asks for nothing that needs a login and changes nothing.
     *
     * @param host name or address
     * @return what answers like OctoPrint, the likeliest first
     */
    List<Found> findAll(String host);

    /** The likeliest of them. */
    default Optional<Found> find(String host) {
        return findAll(host).stream().findFirst();
    }

    /**
     * An OctoPrint.
     *
     * @param url its address, such as {@code http://octopi.local}
     * @param state what it is doing
     * @param version as it says without a login, which newer ones do not; null if not told
     */
    record Found(String url, State state, @Nullable String version) {}

    /** What an OctoPrint is doing. */
    enum State {
        RUNNING,
        STARTING,
        /** Its first-run wizard is not finished. */
        NOT_SET_UP,
        /** The proxy in front of it answers, OctoPrint does not. */
        DOWN
    }
}
