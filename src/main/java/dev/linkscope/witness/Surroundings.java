package dev.linkscope.witness;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * What the probes take as given.
 *
 * @param references addresses and ports in the internet, as {@code ADDRESS:PORT}; none to ask none
 * @param mayBeRouter which addresses are asked as routers
 * @param routerPorts where routers are knocked at, the likeliest first
 * @param resolver looks names up
 * @param tls makes secured sockets; asked when the first one is wanted, as it reads all authorities
 * @param online whether this computer has a network at all
 * @param pace how often and how long
 */
record Surroundings(
        List<String> references,
        Predicate<InetAddress> mayBeRouter,
        List<Integer> routerPorts,
        NameLookup.Resolver resolver,
        Supplier<SSLSocketFactory> tls,
        BooleanSupplier online,
        Pace pace) {

    /**
     * Times of the probes; each deadline is shorter than its cadence, so that attempts at one place
     * never overlap.
     *
     * @param router cadence at routers
     * @param far cadence at references and servers
     * @param routerDeadline an attempt at a router without an answer by then has failed
     * @param farDeadline the same at references and servers
     * @param tick how often is looked what is due
     * @param settling so long after a sleep nothing is asked: the network has to come back first
     */
    record Pace(
            Duration router,
            Duration far,
            Duration routerDeadline,
            Duration farDeadline,
            Duration tick,
            Duration settling) {
        /** Of every day. */
        static final Pace USUAL =
                new Pace(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(15));
    }

    /** This computer. */
    static Surroundings ofThisComputer(List<String> references) {
        return new Surroundings(
                references,
                Surroundings::isPrivate,
                List.of(53, 80, 443),
                InetAddress::getAllByName,
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Surroundings::hasNetwork,
                Pace.USUAL);
    }

    /**
     * RFC 1918 and RFC 4193. Link-local addresses of IPv6 need the interface of the one who told.
     */
    static boolean isPrivate(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> four.isSiteLocalAddress();
            case Inet6Address six -> (six.getAddress()[0] & 0xfe) == 0xfc;
            default -> false;
        };
    }

    /** Whether an interface other than loopback is up and has an address. */
    private static boolean hasNetwork() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(Surroundings::isInUse);
        } catch (SocketException e) {
            return true; // Not known: the attempts will tell.
        }
    }

    private static boolean isInUse(NetworkInterface network) {
        try {
            return network.isUp()
                    && !network.isLoopback()
                    && network.inetAddresses().anyMatch(address -> !address.isLinkLocalAddress());
        } catch (SocketException e) {
            return false;
        }
    }
}
