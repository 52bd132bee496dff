package dev.linkscope.domain.probe;

import java.util.Arrays;
import java.util.Optional;

/** One kind of check that the agent can make. */
public enum ProbeKind {
    /**
     * DNS, TCP, TLS and one GET to the Obico server without a token: the slots of the server pane.
     */
    SERVER_HTTP("server.http"),
    /** The camera's snapshot as the plugin would fetch it: the slots of the webcam pane. */
    WEBCAM_SNAPSHOT("webcam.snapshot"),
    /** A raw UDP query to each resolver of the Pi. */
    DNS("dns"),
    /** Whether the default router answers. */
    GATEWAY("gateway");

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
        return Arrays.stream(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
    }
}
