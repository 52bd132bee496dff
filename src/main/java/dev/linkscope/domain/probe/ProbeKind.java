package dev.linkscope.domain.probe;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One kind of check that the agent can make. */
public enum ProbeKind {
    /**
     * DNS, TCP, TLS and one GET to the Obico server without a token: the slots of the server pane.
     */
    SERVER_HTTP("server.http"),
    /** Every way to the server: each address of each family, interception, portal, clock, MTU. */
    SERVER_PATHS("server.paths"),
    /**
     * WebSocket upgrade at the server without a token, which it refuses with 403 if all is well.
     */
    SERVER_WS("server.ws"),
    /** Obico's own connection, watched without touching it. */
    PLUGIN_LINK("plugin.link"),
    /** The camera's snapshot as the plugin would fetch it: the slots of the webcam pane. */
    WEBCAM_SNAPSHOT("webcam.snapshot"),
    /** The camera's stream: first picture, rate, largest gap, whether it stands still. */
    WEBCAM_STREAM("webcam.stream"),
    /** A raw UDP query to each resolver of the Pi. */
    DNS("dns"),
    /** Whether the default router answers. */
    GATEWAY("gateway"),
    /** A TCP connection to a reference in the internet that has nothing to do with the server. */
    INTERNET("internet"),
    /** A STUN binding request (RFC 8489): whether UDP leaves the network and an answer returns. */
    STUN("stun"),
    /** A TCP connection to the relay that video uses when nothing else works. */
    TURN("turn"),
    /** The routers on the way, asked once when an outage starts. */
    TRACE("trace");

    private static final Map<String, ProbeKind> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(ProbeKind::wireName, kind -> kind));

    private final String wireName;

    ProbeKind(String wireName) {
        this.wireName = wireName;
    }

    /** Name on the wire and in reports. */
    public String wireName() {
        return wireName;
    }

    /** The kind of that wire name; empty for one that this version does not know. */
    public static Optional<ProbeKind> ofWireName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
