package dev.linkscope.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fault with its length and what a witness of it must have seen.
 *
 * @param fault what goes wrong
 * @param length for how long
 * @param link what becomes of the client's link
 * @param failures for each target that fails, phases and classes of its failures as a pattern;
 *     targets that are not in it do not fail
 * @param total whether every attempt fails while it lasts
 */
record Scenario(
        Fault fault, Duration length, Link link, Map<String, String> failures, boolean total) {
    /** What becomes of the client's link. */
    enum Link {
        BREAKS,
        MAY_BREAK,
        HOLDS
    }

    /** System property with the beginning of the name of a fault, to try that alone. */
    private static final String ONLY = "linkscope.fault";

    /** Those that are to be tried. */
    static Stream<Scenario> chosen() {
        String only = System.getProperty(ONLY, "");
        return all().stream().filter(one -> one.fault().name().startsWith(only));
    }

    /** All there are, the longest first so that they can run side by side. */
    static List<Scenario> all() {
        Map<String, String> noWay =
                Map.of("server", "dns .*", "dns", "dns .*", "gateway", "connect .*");
        String anything = ".*";
        return List.of(
                outage(Fault.linkDown(), 60, Link.BREAKS, noWay),
                new Scenario(
                        Fault.randomLoss(),
                        Duration.ofSeconds(45),
                        Link.MAY_BREAK,
                        Map.of("server", anything, "dns", anything, "gateway", anything),
                        false),
                outage(Fault.wlanDown(), 25, Link.BREAKS, noWay),
                outage(Fault.allDropped(), 25, Link.BREAKS, noWay),
                outage(Fault.oneWayDropped(), 25, Link.BREAKS, noWay),
                outage(Fault.gatewayGone(), 30, Link.BREAKS, noWay),
                outage(
                        Fault.tcpReset(),
                        20,
                        Link.BREAKS,
                        Map.of("server", "connect (refused|reset)|(tls|request|body) reset")),
                outage(
                        Fault.dnsDead(),
                        20,
                        Link.HOLDS,
                        Map.of("server", "dns (timeout|dns_failed)", "dns", "dns timeout")),
                // Long enough for the look at all ways that a failure sets off.
                outage(
                        Fault.mtuBlackHole(),
                        45,
                        Link.HOLDS,
                        Map.of("server", "tls (timeout|mtu_black_hole)")),
                outage(Fault.sessionKilled(), 0, Link.BREAKS, Map.of()),
                outage(Fault.agentKilled(), 0, Link.BREAKS, Map.of()),
                outage(Fault.agentKilledUnseen(), 15, Link.BREAKS, Map.of()));
    }

    private static Scenario outage(
            Fault fault, int seconds, Link link, Map<String, String> failures) {
        return new Scenario(fault, Duration.ofSeconds(seconds), link, failures, true);
    }

    /** Whether the agent dies of it. */
    boolean killsAgent() {
        return fault.name().startsWith("agent killed");
    }

    @Override
    public String toString() {
        return fault.name();
    }
}
