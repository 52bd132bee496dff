package dev.linkscope.discovery;

import dev.linkscope.engine.port.Discovery.Found;
import dev.linkscope.engine.port.Discovery.Kind;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one printer of what is heard of it on several networks and over IPv4 and IPv6.
 *
 * <p>It is the same printer if the uuid is the same and also the name or an address: copies of one
 * SD card share the uuid, but on one network no two services have the same name (RFC 6762, section
 * 9). Without a uuid on either side it takes the same host, port and an address in common.
 */
final class SamePrinters {
    /** Most addresses of a printer. */
    private static final int MOST_ADDRESSES = 8;

    /** Those with a uuid first, so that one without joins them and never bridges two. */
    private static final Comparator<Found> ORDER =
            Comparator.comparing((Found found) -> found.uuid() == null)
                    .thenComparing(Found::kind)
                    .thenComparing(found -> found.name().toLowerCase(Locale.ROOT))
                    .thenComparing(Found::name)
                    .thenComparing(Found::host)
                    .thenComparingInt(Found::port)
                    .thenComparing(SamePrinters::text);

    private final List<Found> heard;
    private final int[] leader;

    private SamePrinters(List<Found> heard) {
        this.heard = heard;
        leader = new int[heard.size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
        }
    }

    /** What says that two are the same; parts that do not matter are null. */
    private record Sign(
            Kind kind,
            @Nullable String uuid,
            @Nullable String place,
            @Nullable InetAddress address) {}

    /**
     * Each printer once, in the order of their names, whatever the order they are given in.
     *
     * @param most how many at most; further ones are left out
     */
    static List<Found> once(Collection<Found> heard, int most) {
        var same = new SamePrinters(heard.stream().sorted(ORDER).toList());
        same.joinAll();
        return same.merged().sorted(byName()).limit(most).toList();
    }

    private static Comparator<Found> byName() {
        return Comparator.comparing((Found found) -> found.name().toLowerCase(Locale.ROOT))
                .thenComparing(ORDER);
    }

    private void joinAll() {
        Map<Sign, Integer> seen = new HashMap<>();
        for (int i = 0; i < leader.length; i++) {
            Found found = heard.get(i);
            int self = i;
            if (found.uuid() == null) {
                places(found).forEach(sign -> joinUnlessTold(seen.putIfAbsent(sign, self), self));
            } else {
                ids(found).forEach(sign -> join(seen.putIfAbsent(sign, self), self));
                places(found).forEach(sign -> seen.putIfAbsent(sign, self));
            }
        }
    }

    private static Stream<Sign> ids(Found found) {
        return Stream.concat(
                Stream.of(
                        new Sign(
                                found.kind(),
                                found.uuid(),
                                found.name().toLowerCase(Locale.ROOT),
                                null)),
                found.addresses().stream()
                        .map(address -> new Sign(found.kind(), found.uuid(), null, address)));
    }

    private static Stream<Sign> places(Found found) {
        String place = found.host().toLowerCase(Locale.ROOT) + ":" + found.port();
        return found.addresses().stream()
                .map(address -> new Sign(found.kind(), null, place, address));
    }

    private int lead(int i) {
        int at = i;
        while (leader[at] != at) {
            at = leader[at];
        }
        return at;
    }

    /** The first of a group leads it: one with a uuid, if the group has any. */
    private void join(@Nullable Integer before, int i) {
        if (before != null) {
            int a = lead(before);
            int b = lead(i);
            leader[Math.max(a, b)] = Math.min(a, b);
        }
    }

    private void joinUnlessTold(@Nullable Integer before, int i) {
        if (before != null
                && (heard.get(lead(before)).uuid() == null || heard.get(lead(i)).uuid() == null)) {
            join(before, i);
        }
    }

    private Stream<Found> merged() {
        Map<Integer, List<Found>> groups = new TreeMap<>();
        for (int i = 0; i < leader.length; i++) {
            groups.computeIfAbsent(lead(i), key -> new ArrayList<>()).add(heard.get(i));
        }
        return groups.values().stream().map(SamePrinters::merge);
    }

    private static Found merge(List<Found> group) {
        Found first = group.getFirst();
        return new Found(
                first.kind(),
                first.name(),
                group.stream()
                        .map(Found::host)
                        .filter(SamePrinters::isName)
                        .findFirst()
                        .orElse(first.host()),
                group.stream()
                        .flatMap(found -> found.addresses().stream())
                        .distinct()
                        .sorted(Addresses.ORDER)
                        .limit(MOST_ADDRESSES)
                        .toList(),
                first.port(),
                group.stream()
                        .map(Found::path)
                        .filter(path -> !path.equals("/"))
                        .findFirst()
                        .orElse("/"),
                first.uuid(),
                group.stream()
                        .flatMap(found -> Stream.ofNullable(found.version()))
                        .findFirst()
                        .orElse(null));
    }

    private static boolean isName(String host) {
        return host.indexOf(':') < 0 && !host.matches("[0-9.]+");
    }

    /** A text that tells any two apart, to put them in one order. */
    private static String text(Found found) {
        return found.uuid() + " " + found.addresses() + " " + found.path() + " " + found.version();
    }
}
