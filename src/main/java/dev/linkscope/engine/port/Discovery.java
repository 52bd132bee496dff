package dev.linkscope.engine.port;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds printers that announce themselves on this computer's networks. Sends nothing to them. */
public interface Discovery {
    /** Finds nothing. */
    Discovery NONE = told -> () -> {};

    /**
     * Begins to look; returns at once.
     *
     * @param told called with everything found so far, on a thread of the search, whenever that has
     *     changed; never after the search was closed
     */
    Search search(Consumer<List<Found>> told);

    /** A search under way. */
    @FunctionalInterface
    interface Search extends AutoCloseable {
        /** Ends the search; returns at once, though what it holds may take seconds to let go. */
        @Override
        void close();
    }

    /** What announced itself. */
    enum Kind {
        OCTOPRINT,
        MOONRAKER
    }

    /**
     * One printer found. The same printer on several networks is one.
     *
     * @param kind what answered
     * @param name what it calls itself, cleaned of control characters; at most 63 characters
     * @param host its name on the network, such as {@code octopi.local}; may belong to several
     *     printers at once, {@link #addresses} do not
     * @param addresses its addresses, IPv4 first; not empty
     * @param port port of its web interface
     * @param path path of its web interface, {@code /} if none is told
     * @param uuid what tells it from others of the same name; null if it tells none
     * @param version version it announces; null if none
     */
    record Found(
            Kind kind,
            String name,
            String host,
            List<InetAddress> addresses,
            int port,
            String path,
            @Nullable String uuid,
            @Nullable String version) {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }
}
