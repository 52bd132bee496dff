package dev.linkscope.demo;

import static dev.linkscope.domain.probe.ProbeKind.DNS;
import static dev.linkscope.domain.probe.ProbeKind.GATEWAY;
import static dev.linkscope.domain.probe.ProbeKind.INTERNET;
import static dev.linkscope.domain.probe.ProbeKind.SERVER_HTTP;
import static dev.linkscope.domain.probe.ProbeKind.WEBCAM_SNAPSHOT;

import dev.linkscope.demo.Illness.Harm;
import dev.linkscope.demo.Spell.Always;
import dev.linkscope.demo.Spell.Once;
import dev.linkscope.demo.Spell.Recurring;
import dev.linkscope.domain.probe.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The illnesses of the simulated printers. */
final class Illnesses {
    private static final Fault NAME_TIMEOUT = Fault.timeout(Phase.DNS);
    private static final Fault CONNECT_TIMEOUT = Fault.timeout(Phase.CONNECT);
    private static final Fault TLS_TIMEOUT = Fault.timeout(Phase.TLS);
    private static final Fault REQUEST_TIMEOUT = Fault.timeout(Phase.REQUEST);

    /**
     * The radio loses the router for about a minute, about every 4 min but not regularly: with the
     * router gone, nearly everything beyond the Pi is gone too.
     */
    static final Illness WEAK_WIFI =
            new Illness(
                    new Recurring(
                            Duration.ofMinutes(4),
                            Duration.ZERO,
                            Duration.ofSeconds(150),
                            Duration.ofSeconds(45),
                            Duration.ofSeconds(75),
                            1),
                    Map.of(
                            SERVER_HTTP,
                                    new Harm(
                                            0.97,
                                            List.of(
                                                    CONNECT_TIMEOUT,
                                                    CONNECT_TIMEOUT,
                                                    NAME_TIMEOUT)),
                            DNS, new Harm(0.96, List.of(NAME_TIMEOUT)),
                            GATEWAY, new Harm(0.96, List.of(CONNECT_TIMEOUT)),
                            INTERNET, new Harm(0.96, List.of(CONNECT_TIMEOUT))));

    /** A crowded radio channel: single losses without any order. */
    static final Illness SCATTERED_LOSS =
            new Illness(
                    new Always(),
                    Map.of(
                            SERVER_HTTP,
                                    new Harm(
                                            0.08,
                                            List.of(
                                                    CONNECT_TIMEOUT,
                                                    TLS_TIMEOUT,
                                                    REQUEST_TIMEOUT,
                                                    Fault.reset())),
                            DNS, new Harm(0.04, List.of(NAME_TIMEOUT)),
                            GATEWAY, new Harm(0.04, List.of(CONNECT_TIMEOUT)),
                            INTERNET, new Harm(0.04, List.of(CONNECT_TIMEOUT))));

    /** No resolver answers; the router does. */
    static final Illness DNS_DEAD =
            new Illness(
                    new Always(),
                    Map.of(
                            SERVER_HTTP, new Harm(1, List.of(Fault.nameUnresolved())),
                            DNS, new Harm(1, List.of(NAME_TIMEOUT))));

    /** The radio sleeps too deeply for some seconds, every 20 min to the second. */
    static final Illness POWER_SAVING =
            new Illness(
                    new Recurring(
                            Duration.ofMinutes(20),
                            Duration.ofMinutes(10),
                            Duration.ZERO,
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(40),
                            1),
                    Map.of(
                            SERVER_HTTP, new Harm(1, List.of(CONNECT_TIMEOUT, NAME_TIMEOUT)),
                            DNS, new Harm(1, List.of(NAME_TIMEOUT)),
                            GATEWAY, new Harm(1, List.of(CONNECT_TIMEOUT)),
                            INTERNET, new Harm(1, List.of(CONNECT_TIMEOUT))));

    /** Nothing listens at the configured snapshot address. */
    static final Illness WRONG_SNAPSHOT_ADDRESS =
            new Illness(
                    new Always(), Map.of(WEBCAM_SNAPSHOT, new Harm(1, List.of(Fault.refused()))));

    /** A heavy print pulls the supply down: USB with radio and camera drops out for a while. */
    static final Illness UNDER_VOLTAGE =
            new Illness(
                    new Recurring(
                            Duration.ofMinutes(6),
                            Duration.ZERO,
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(50),
                            0.5),
                    Map.of(
                            SERVER_HTTP,
                                    new Harm(0.9, List.of(Fault.unreachable(), CONNECT_TIMEOUT)),
                            WEBCAM_SNAPSHOT, new Harm(0.8, List.of(Fault.refused())),
                            DNS, new Harm(0.9, List.of(NAME_TIMEOUT)),
                            GATEWAY, new Harm(0.9, List.of(CONNECT_TIMEOUT)),
                            INTERNET, new Harm(0.9, List.of(CONNECT_TIMEOUT))));

    /**
     * The modem behind the workshop's router lost its line for 2 min, 50 min before the farm's
     * start. The router goes on answering, and names from its memory too.
     */
    static final Illness LINE_LOST =
            new Illness(
                    new Once(
                            Duration.ofMinutes(-50).toMillis(), Duration.ofMinutes(-48).toMillis()),
                    Map.of(
                            SERVER_HTTP, new Harm(1, List.of(CONNECT_TIMEOUT)),
                            INTERNET, new Harm(1, List.of(CONNECT_TIMEOUT))));

    private Illnesses() {}
}
