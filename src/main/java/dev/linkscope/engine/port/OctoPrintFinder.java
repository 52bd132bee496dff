package dev.linkscope.engine.port;

import java.util.Optional;

/** Finds the web server of OctoPrint on a host, from this computer. */
@FunctionalInterface
public interface OctoPrintFinder {
    /**
     * Looks at the usual ports. Blocks for a few seconds at most; asks for nothing that needs a
     * login and changes nothing.
     *
     * @param host name or address
     * @return empty if none of the ports answers like OctoPrint
     */
    Optional<Found> find(String host);

    /**
     * An OctoPrint.
     *
     * @param url its address, such as {@code http://octopi.local}
     * @param state what it is doing
     */
    record Found(String url, State state) {}

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
