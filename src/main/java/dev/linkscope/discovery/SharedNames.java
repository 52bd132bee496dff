package dev.linkscope.discovery;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells apart hosts of the same name on one network. Several Pis that were never renamed all answer
 * for {@code octopi.local}, so that each seems to have the addresses of all; but each announces its
 * services from its own.
 */
final class SharedNames {
    private SharedNames() {}

    /** The same services, each with the addresses that are its own. */
    static List<Announced> apart(List<Announced> services) {
        Map<String, Set<InetAddress>> speakers = new HashMap<>();
        for (Announced service : services) {
            InetAddress source = source(service);
            if (source != null) {
                speakers.computeIfAbsent(host(service), host -> new HashSet<>()).add(source);
            }
        }
        var apart = new ArrayList<Announced>();
        for (Announced service : services) {
            InetAddress source = source(service);
            boolean shared = speakers.getOrDefault(host(service), Set.of()).size() > 1;
            apart.add(shared && source != null ? service.at(List.of(source)) : service);
        }
        return apart;
    }

    /**
     * Which of its addresses a service speaks from; null if from none of them, as where a router
     * repeats what it hears in another network.
     */
    private static @Nullable InetAddress source(Announced service) {
        // The one with the scope, if the addresses have it.
        return service.addresses().stream()
                .filter(address -> address.equals(service.source()))
                .findFirst()
                .orElse(null);
    }

    private static String host(Announced service) {
        String host = service.host();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }
}
