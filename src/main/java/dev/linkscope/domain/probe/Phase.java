package dev.linkscope.domain.probe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of an attempt that was under way when it failed. */
public enum Phase {
    /** Resolving the name. */
    DNS,
    /** Opening the TCP connection. */
    CONNECT,
    /** TLS handshake and certificate check. */
    TLS,
    /** Request sent, no complete reply head in time. */
    REQUEST,
    /** Reply came and was the wrong one. */
    RESPONSE,
    /** WebSocket upgrade. */
    UPGRADE,
    /** Content missing, late, cut off or not what it should be. */
    BODY;

    /** Name on the wire and in reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The phase of that wire name; empty for one that this version does not know. */
    public static Optional<Phase> ofWireName(String name) {
        return Arrays.stream(values()).filter(phase -> phase.wireName().equals(name)).findFirst();
    }

    /** The phase that was counted most, the earlier one among equals; null without any. */
    public static @Nullable Phase mostFrequent(Map<Phase, Integer> counts) {
        Phase most = null;
        int best = 0;
        for (Phase phase : values()) {
            int count = counts.getOrDefault(phase, 0);
            if (count > best) {
                most = phase;
                best = count;
            }
        }
        return most;
    }
}
