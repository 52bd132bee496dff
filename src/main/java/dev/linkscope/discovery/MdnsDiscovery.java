package dev.linkscope.discovery;

import dev.linkscope.engine.port.Discovery;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds OctoPrint and Moonraker by the services {@code _octoprint._tcp} and {@code _moonraker._tcp}
 * of multicast DNS. Networks that come and go while it searches are noticed within seconds.
 */
public final class MdnsDiscovery implements Discovery {
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final Places places;
    private final Duration again;

    /** On every network of this computer. */
    public MdnsDiscovery() {
        this(Places.EVERYWHERE, AGAIN);
    }

    /** On the network of one of this computer's addresses alone. */
    public MdnsDiscovery(InetAddress address) {
        this(Places.only(address), AGAIN);
    }

    /**
     * Where it is told.
     *
     * @param again how often to look there
     */
    MdnsDiscovery(Places places, Duration again) {
        this.places = places;
        this.again = again;
    }

    @Override
    public Search search(Consumer<List<Found>> told) {
        var search = new MdnsSearch(places, told);
        search.begin(again);
        return search;
    }
}
