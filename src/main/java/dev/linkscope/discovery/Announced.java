package dev.linkscope.discovery;

import dev.linkscope.engine.port.Discovery.Found;
import dev.linkscope.engine.port.Discovery.Kind;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one service has announced so far on one network. It comes in parts, in any order.
 *
 * @param kind what it is
 * @param name name of the service
 * @param host name of its host; null if not known, or if it cannot be used
 * @param addresses addresses of that host, IPv4 first; empty while not known
 * @param port its port; 0 while not known
 * @param path path of its web interface; null while not known
 * @param uuid what tells it from others; null if not known
 * @param version its version; null if not known
 * @param source who said so; null if not known
 */
record Announced(
        Kind kind,
        String name,
        @Nullable String host,
        List<InetAddress> addresses,
        int port,
        @Nullable String path,
        @Nullable String uuid,
        @Nullable String version,
        @Nullable InetAddress source) {
    Announced {
        addresses = List.copyOf(addresses);
    }

    /** The same with what a later announcement adds or changes. */
    Announced then(Announced later) {
        return new Announced(
                kind,
                later.name,
                later.host == null ? host : later.host,
                later.addresses.isEmpty() ? addresses : later.addresses,
                later.port == 0 ? port : later.port,
                later.path == null ? path : later.path,
                later.uuid == null ? uuid : later.uuid,
                later.version == null ? version : later.version,
                later.source == null ? source : later.source);
    }

    /** The same at other addresses. */
    Announced at(List<InetAddress> other) {
        return new Announced(kind, name, host, other, port, path, uuid, version, source);
    }

    /** The printer, once it is known how to reach it. */
    Optional<Found> found() {
        if (addresses.isEmpty() || port == 0) {
            return Optional.empty();
        }
        String place = host == null ? addresses.getFirst().getHostAddress() : host;
        return Optional.of(
                new Found(
                        kind,
                        name.isEmpty() ? place : name,
                        place,
                        addresses,
                        port,
                        path == null ? "/" : path,
                        uuid,
                        version));
    }
}
