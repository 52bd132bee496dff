package dev.linkscope.faults;

import java.util.function.Consumer;

/**
 * Something that goes wrong in a topology until it is mended.
 *
 * @param name for people
 * @param begin lets it happen
 * @param end mends it
 */
record Fault(String name, Consumer<Topology> begin, Consumer<Topology> end) {
    private static final Consumer<Topology> NOTHING = _ -> {};

    /** The router's side of the pi's link goes down. */
    static Fault linkDown() {
        return new Fault(
                "link down at the router",
                net -> net.router().ip("link set pi down"),
                net -> net.router().ip("link set pi up"));
    }

    /** The pi's interface goes down; its routes go with it. */
    static Fault wlanDown() {
        return new Fault(
                "wlan0 of the Pi down",
                net -> net.pi().node().ip("link set wlan0 down"),
                net -> {
                    net.pi().node().ip("link set wlan0 up");
                    net.pi().node().ip(Topology.DEFAULT_ROUTE);
                });
    }

    /** The router takes no packet any more, for itself or for others. */
    static Fault allDropped() {
        return filtered(
                "all packets dropped",
                """
                chain f { type filter hook forward priority 0; policy drop; }
                chain i { type filter hook input priority 0; policy drop; }
                """);
    }

    /** The router forwards nothing to or from the internet; the user reaches the pi. */
    static Fault upstreamDropped() {
        return filtered(
                "the way to the internet dropped",
                """
                chain f { type filter hook forward priority 0; iifname "inet" drop; oifname "inet" drop; }
                """);
    }

    /** Packets to the pi are dropped, those from it arrive. */
    static Fault oneWayDropped() {
        return filtered(
                "packets to the Pi dropped",
                """
                chain f { type filter hook forward priority 0; oifname "pi" drop; }
                chain o { type filter hook output priority 0; oifname "pi" drop; }
                """);
    }

    /** Every TCP segment is answered with a reset. */
    static Fault tcpReset() {
        return filtered(
                "TCP resets",
                "chain f { type filter hook forward priority 0;"
                        + " meta l4proto tcp reject with tcp reset; }");
    }

    /** A quarter of all packets is lost, each way. */
    static Fault randomLoss() {
        return filtered(
                "25 % random loss both ways",
                """
                chain f { type filter hook forward priority 0; numgen random mod 100 < 25 drop; }
                chain i { type filter hook input priority 0; numgen random mod 100 < 25 drop; }
                chain o { type filter hook output priority 0; numgen random mod 100 < 25 drop; }
                """);
    }

    /** The name server does not answer. */
    static Fault dnsDead() {
        return filtered(
                "name server dead",
                "chain f { type filter hook forward priority 0; udp dport 53 drop; }");
    }

    /** Full packets from the server do not arrive, and nobody says so. */
    static Fault mtuBlackHole() {
        return filtered(
                "MTU black hole",
                "chain f { type filter hook forward priority 0;"
                        + " iifname \"inet\" meta length > 1400 drop; }");
    }

    /** The router has lost its address on the pi's side. */
    static Fault gatewayGone() {
        String address = "address %s " + Topology.GATEWAY + "/24 dev pi";
        return new Fault(
                "gateway gone",
                net -> net.router().ip(address.formatted("del")),
                net -> net.router().ip(address.formatted("add")));
    }

    /** The processes of the SSH connection are killed. */
    static Fault sessionKilled() {
        return new Fault(
                "sshd session killed",
                net -> net.pi().sessions().forEach(ProcessHandle::destroyForcibly),
                NOTHING);
    }

    /** The agent is killed, as the kernel does when memory runs out. */
    static Fault agentKilled() {
        return new Fault(
                "agent killed",
                net -> net.pi().agents().forEach(ProcessHandle::destroyForcibly),
                NOTHING);
    }

    /** The agent is killed while nobody can reach the pi. */
    static Fault agentKilledUnseen() {
        Fault dropped = allDropped();
        return new Fault(
                "agent killed while all packets are dropped",
                net -> {
                    dropped.begin().accept(net);
                    agentKilled().begin().accept(net);
                },
                dropped.end());
    }

    private static Fault filtered(String name, String chains) {
        return new Fault(
                name,
                net -> net.router().filter("table inet fault {\n" + chains + "\n}\n"),
                net -> net.router().filter("delete table inet fault\n"));
    }
}
