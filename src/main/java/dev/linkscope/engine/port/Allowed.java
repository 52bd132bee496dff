package dev.linkscope.engine.port;

import dev.linkscope.domain.history.Retention;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which values the settings may have: what the window takes and what a file may hold. Pure. */
public final class Allowed {
    /** Faster would load server and network for nothing. */
    public static final Duration SHORTEST_CADENCE = Duration.ofSeconds(2);

    /** Slower would see too few slots to tell anything. */
    public static final Duration LONGEST_CADENCE = Duration.ofMinutes(10);

    /** Requests a second to one server: one each ten seconds is a single printer's usual. */
    public static final double FEWEST_REQUESTS = 0.1;

    /** More is not polite to a server of others. */
    public static final double MOST_REQUESTS = 20;

    /** Two, of different operators: never judge by one. */
    public static final int REFERENCES = 2;

    /** Each is asked every ten seconds by each printer. */
    public static final int MOST_RESOLVERS = 4;

    /** A day: less could not tell today from last night. */
    public static final Duration SHORTEST_KEPT = Duration.ofDays(1);

    /** Two years one by one. */
    public static final Duration LONGEST_OUTCOMES = Duration.ofDays(730);

    /** Ten years as sums. */
    public static final Duration LONGEST_ROLLUPS = Duration.ofDays(3_650);

    /** 100 MB: some days of some printers. */
    public static final long LEAST_BYTES = 100_000_000L;

    /** 1 TB. */
    public static final long MOST_BYTES = 1_000_000_000_000L;

    /** Lowest share that can be told from none at all. */
    public static final double LOWEST_RATE = 0.001;

    /** Beyond it nearly everything fails anyway. */
    public static final double HIGHEST_RATE = 0.9;

    private static final Pattern LANGUAGE =
            Pattern.compile(Preferences.SYSTEM + "|[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private static final Pattern DOTTED =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:\\[([0-9A-Fa-f.:]{0,44}:[0-9A-Fa-f.:]{0,44})]|([0-9.]{7,15})):([0-9]{1,5})");

    private Allowed() {}

    /** Time between attempts. */
    public static boolean cadence(Duration cadence) {
        return within(cadence, SHORTEST_CADENCE, LONGEST_CADENCE);
    }

    /** Most requests a second to one server. */
    public static boolean requests(double each) {
        return each >= FEWEST_REQUESTS && each <= MOST_REQUESTS;
    }

    /** Size of all text, as a factor. */
    public static boolean textSize(double factor) {
        return factor >= 1 && factor <= 2;
    }

    /** Tag of a language, such as {@code de} or {@code pt-BR}, or the computer's own. */
    public static boolean language(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    /** How long what is kept: sums at least as long as what they sum up. */
    public static boolean retention(Retention kept) {
        return within(kept.outcomes(), SHORTEST_KEPT, LONGEST_OUTCOMES)
                && within(kept.rollups(), SHORTEST_KEPT, LONGEST_ROLLUPS)
                && kept.rollups().compareTo(kept.outcomes()) >= 0
                && kept.bytes() >= LEAST_BYTES
                && kept.bytes() <= MOST_BYTES;
    }

    private static boolean within(Duration span, Duration least, Duration most) {
        return span.compareTo(least) >= 0 && span.compareTo(most) <= 0;
    }

    /**
     * The address of a place in the internet, such as {@code 1.1.1.1:443} or {@code [2606::1]:443}:
     * no name, as that would have to be looked up, and none of this house, as it says nothing of
     * the internet.
     *
     * @return empty if it is none
     */
    public static Optional<InetAddress> reference(String place) {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(parts.group(3));
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return port < 1 || port > 65_535
                ? Optional.empty()
                : literal(host).filter(Allowed::isPublic);
    }

    /** Two of them, at different addresses. */
    public static boolean references(List<String> places) {
        List<InetAddress> known =
                places.stream().map(Allowed::reference).flatMap(Optional::stream).toList();
        return known.size() == places.size()
                && places.size() == REFERENCES
                && new HashSet<>(known).size() == REFERENCES;
    }

    /**
     * The address of a name server, such as {@code 192.168.1.1} or {@code fd00::53}.
     *
     * @return empty if it is none
     */
    public static Optional<InetAddress> resolver(String address) {
        return literal(address)
                .filter(found -> !found.isAnyLocalAddress() && !found.isMulticastAddress());
    }

    /** A few of them, none twice. */
    public static boolean resolvers(List<String> addresses) {
        List<InetAddress> known =
                addresses.stream().map(Allowed::resolver).flatMap(Optional::stream).toList();
        return known.size() == addresses.size()
                && known.size() <= MOST_RESOLVERS
                && new HashSet<>(known).size() == known.size();
    }

    // Java would read 1.1 as 1.0.0.1, which nobody means.
    private static Optional<InetAddress> literal(String text) {
        boolean four = DOTTED.matcher(text).matches();
        boolean six = text.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
        if (!four && !six) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        // RFC 4193: fc00::/7 is for one's own network.
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return !uniqueLocal
                && !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress();
    }
}
