package dev.linkscope.report;

import dev.linkscope.support.WireName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How the contract writes single values: absent is null, times are ISO 8601 in UTC. */
final class JsonValues {
    private JsonValues() {}

    static void put(ObjectNode into, String name, @Nullable Instant time) {
        into.put(name, time == null ? null : time.toString());
    }

    /** JSON has no NaN and no infinity: both are undefined here. */
    static void put(ObjectNode into, String name, @Nullable Double number) {
        into.put(name, number == null || !Double.isFinite(number) ? null : number);
    }

    static void put(ObjectNode into, String name, Enum<?> value) {
        into.put(name, WireName.of(value));
    }

    /** A length of time in seconds, without a fraction where there is none. */
    static void putSeconds(ObjectNode into, String name, Duration span) {
        if (span.toNanosPart() == 0) {
            into.put(name, span.toSeconds());
        } else {
            into.put(name, seconds(span));
        }
    }

    static double seconds(Duration span) {
        return span.toSeconds() + span.toNanosPart() / 1e9;
    }

    /** The inverse of {@link #seconds}, exact to the nanosecond for spans below 100 days. */
    static Duration span(double seconds) {
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e9));
    }
}
