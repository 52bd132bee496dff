package dev.linkscope.discovery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where this computer can listen at the moment; looked up anew at every call. */
@FunctionalInterface
interface Places {
    /** Every network that carries multicast. */
    Places EVERYWHERE = Places::everywhere;

    /**
     * Most places at a time. Each costs some threads, and computers with many containers have
     * hundreds of networks.
     */
    int MOST = 16;

    /** The places now; empty without a usable network. */
    List<Place> now();

    /** One address alone, for as long as this computer has it. */
    static Places only(InetAddress address) {
        return () ->
                networkOf(address)
                        .map(network -> List.of(new Place(network, address)))
                        .orElse(List.of());
    }

    private static Optional<String> networkOf(InetAddress address) {
        try {
            return Optional.ofNullable(NetworkInterface.getByInetAddress(address))
                    .map(NetworkInterface::getName);
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static List<Place> everywhere() {
        var places = new ArrayList<Place>();
        try {
            for (NetworkInterface network :
                    Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (isUsable(network)) {
                    places.addAll(on(network));
                }
            }
        } catch (SocketException e) {
            Logger log = LoggerFactory.getLogger(Places.class);
            log.info("the network interfaces cannot be listed: {}", e.getMessage());
        }
        return places.stream().limit(MOST).toList();
    }

    private static boolean isUsable(NetworkInterface network) {
        try {
            return network.isUp()
                    && !network.isLoopback()
                    && !network.isPointToPoint()
                    && network.supportsMulticast();
        } catch (SocketException e) {
            // It has gone meanwhile.
            return false;
        }
    }

    /**
     * Every IPv4 address of a network interface, as each may belong to a network of its own, and
     * one of IPv6, where link-local multicast reaches all (RFC 6762, section 11).
     */
    private static List<Place> on(NetworkInterface network) {
        List<InetAddress> all = Collections.list(network.getInetAddresses());
        var places = new ArrayList<Place>();
        for (InetAddress address : all) {
            if (address instanceof Inet4Address) {
                places.add(new Place(network.getName(), address));
            }
        }
        all.stream()
                .filter(Inet6Address.class::isInstance)
                .filter(InetAddress::isLinkLocalAddress)
                .findFirst()
                .ifPresent(address -> places.add(new Place(network.getName(), address)));
        return places;
    }
}
