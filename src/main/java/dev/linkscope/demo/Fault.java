package dev.linkscope.demo;

import dev.linkscope.domain.probe.Phase;

/**
 * One way for an attempt to fail, named as the agent names it.
 *
 * @param phase phase under way
 * @param errorClass stable name
 * @param minMillis shortest time that the phase lasts before it fails
 * @param maxMillis longest; an attempt that reaches its deadline fails there with a timeout
 */
record Fault(Phase phase, String errorClass, int minMillis, int maxMillis) {
    /** Name of the class of an attempt that reached its deadline. */
    static final String TIMEOUT = "timeout";

    /** Silence until the deadline. */
    static Fault timeout(Phase phase) {
        return new Fault(phase, TIMEOUT, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The resolver library gave up: 5 s for each try (resolv.conf(5), {@code timeout}). */
    static Fault nameUnresolved() {
        return new Fault(Phase.DNS, "dns_failed", 5_000, 8_000);
    }

    /** Nothing listens there; the refusal comes at once. */
    static Fault refused() {
        return new Fault(Phase.CONNECT, "refused", 0, 2);
    }

    /** No neighbour answers: the kernel gives up after about 3 s of ARP (arp(7)). */
    static Fault unreachable() {
        return new Fault(Phase.CONNECT, "unreachable", 2_900, 3_200);
    }

    /** The connection was cut while the reply was awaited. */
    static Fault reset() {
        return new Fault(Phase.REQUEST, "reset", 80, 900);
    }
}
