package dev.linkscope.discovery;

import dev.linkscope.engine.port.Discovery.Found;
import dev.linkscope.engine.port.Discovery.Kind;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import javax.jmdns.impl.DNSEntry;
import javax.jmdns.impl.DNSRecord;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.constants.DNSRecordType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on one address of this computer, and keeps what is announced there. */
final class Listening implements ServiceListener, AutoCloseable {
    /** Most services to keep. */
    static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private static final Map<String, Kind> TYPES =
            Map.of(
                    "_octoprint._tcp.local.", Kind.OCTOPRINT,
                    "_moonraker._tcp.local.", Kind.MOONRAKER);

    private final Place place;
    private final JmDNS jmdns;
    private final Map<String, Announced> services = new ConcurrentHashMap<>();
    private int looks;

    private Listening(Place place, JmDNS jmdns) {
        this.place = place;
        this.jmdns = jmdns;
    }

    /**
     * Begins to listen, and asks who is there.
     *
     * @throws IOException if the address is not this computer's any more, or another program keeps
     *     the port of multicast DNS for itself
     */
    static Listening on(Place place) throws IOException {
        // JmDNS would take any other network instead.
        if (NetworkInterface.getByInetAddress(place.address()) == null) {
            throw new IOException(place.address().getHostAddress() + " is not here any more");
        }
        // JmDNS claims a name for this computer; it must not be one that anything else has.
        var random = new byte[5];
        ThreadLocalRandom.current().nextBytes(random);
        String name = "linkscope-" + HexFormat.of().formatHex(random);
        var listening =
                new Listening(place, JmDNS.create(Addresses.named(place.address(), name), name));
        TYPES.keySet().forEach(type -> listening.jmdns.addServiceListener(type, listening));
        return listening;
    }

    /**
     * Asks again at the second, fourth, eighth look and so on: packets to all get lost in Wi-Fi
     * more often than others, and askers have to ask less and less often (RFC 6762, section 5.2).
     */
    void look() {
        looks++;
        if (looks > 1 && Integer.bitCount(looks) == 1 && jmdns instanceof JmDNSImpl asker) {
            TYPES.keySet().forEach(asker::startServiceResolver);
        }
    }

    /** The printers heard so far. */
    List<Found> found() {
        return SharedNames.apart(List.copyOf(services.values())).stream()
                .flatMap(service -> service.found().stream())
                .toList();
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
        // JmDNS asks for the rest by itself.
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
        Kind kind = TYPES.get(event.getType().toLowerCase(Locale.ROOT));
        ServiceInfo info = event.getInfo();
        if (kind == null || info == null) {
            return;
        }
        String key = key(event);
        if (services.size() < MOST || services.containsKey(key)) {
            services.merge(key, announced(kind, info), Announced::then);
        }
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
        services.remove(key(event));
    }

    private static String key(ServiceEvent event) {
        return (event.getName() + "." + event.getType()).toLowerCase(Locale.ROOT);
    }

    // Of the text record only what is named here is ever read: it may hold a user name (u) and a
    // password (p) too.
    private Announced announced(Kind kind, ServiceInfo info) {
        String path = info.getPropertyString(kind == Kind.MOONRAKER ? "route_prefix" : "path");
        return new Announced(
                kind,
                Cleaned.name(info.getName()),
                Cleaned.host(info.getServer()).orElse(null),
                Addresses.usable(info.getInetAddresses(), place),
                info.getPort() > 0 && info.getPort() <= 65_535 ? info.getPort() : 0,
                Cleaned.path(path).orElse(null),
                Cleaned.word(info.getPropertyString("uuid")).orElse(null),
                Cleaned.word(info.getPropertyString("version")).orElse(null),
                source(info));
    }

    /** Who announced where the service is; null if that is not known. */
    private @Nullable InetAddress source(ServiceInfo info) {
        if (jmdns instanceof JmDNSImpl asked) {
            String name = info.getQualifiedName().toLowerCase(Locale.ROOT);
            for (DNSEntry entry : asked.getCache().getDNSEntryList(name)) {
                if (entry.getRecordType() == DNSRecordType.TYPE_SRV
                        && entry instanceof DNSRecord whereItIs) {
                    return whereItIs.getRecordSource();
                }
            }
        }
        return null;
    }

    /** Listens no more; returns at once, as JmDNS takes two seconds to say goodbye. */
    @Override
    public void close() {
        NamedThreads.platform(
                        "discovery-close",
                        () -> {
                            try {
                                jmdns.close();
                            } catch (IOException e) {
                                LOG.debug("on {}: {}", place.network(), e.getMessage());
                            }
                        })
                .start();
    }
}
