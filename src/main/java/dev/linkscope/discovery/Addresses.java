package dev.linkscope.discovery;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses that a printer tells of itself. */
final class Addresses {
    /** Those that need least are first: IPv4, then IPv6, those of the link alone last of each. */
    static final Comparator<InetAddress> ORDER =
            Comparator.comparing((InetAddress address) -> address instanceof Inet6Address)
                    .thenComparing(InetAddress::isLinkLocalAddress)
                    .thenComparing(InetAddress::getHostAddress);

    private static final int MOST = 8;

    private Addresses() {}

    /**
     * Those of the addresses that can be a printer's, in their order. An address that holds on one
     * link alone gets the link that it was heard on; this computer's own addresses count only where
     * it listens to itself.
     */
    static List<InetAddress> usable(InetAddress[] told, Place heardOn) {
        return Stream.of(told)
                .filter(address -> !address.isAnyLocalAddress() && !address.isMulticastAddress())
                .filter(address ->
                        !address.isLoopbackAddress() || heardOn.address().isLoopbackAddress())
                .flatMap(address -> scoped(address, heardOn.network()).stream())
                .distinct()
                .sorted(ORDER)
                .limit(MOST)
                .toList();
    }

    private static Optional<InetAddress> scoped(InetAddress address, String network) {
        if (address instanceof Inet4Address || !address.isLinkLocalAddress()) {
            return Optional.of(address);
        }
        try {
            NetworkInterface link = NetworkInterface.getByName(network);
            return Optional.ofNullable(link == null ? null : on(link, address));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable InetAddress on(NetworkInterface link, InetAddress address)
            throws UnknownHostException {
        return Inet6Address.getByAddress(null, address.getAddress(), link);
    }

    /**
     * The same address under a name, which spares the question for one: that may take seconds where
     * a resolver is silent.
     */
    static InetAddress named(InetAddress address, String name) throws UnknownHostException {
        return address instanceof Inet6Address six && six.getScopedInterface() != null
                ? Inet6Address.getByAddress(name, six.getAddress(), six.getScopedInterface())
                : InetAddress.getByAddress(name, address.getAddress());
    }
}
