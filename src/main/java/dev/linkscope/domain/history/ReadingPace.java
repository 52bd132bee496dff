package dev.linkscope.domain.history;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How closely a fact is kept over time: charts draw these, and rules ask what held at the end of a
 * span. A value that stays is told again once an hour, so that a chart can tell it from silence. Of
 * any other fact the latest reading alone is kept.
 */
public enum ReadingPace {
    /** At each change: bits and names. */
    CHANGE(Duration.ofSeconds(1)),
    /** Numbers that never rest, read every 10 s: the newest of each half minute. */
    HALF_MINUTE(Duration.ofSeconds(30)),
    /** Numbers that never rest, read every 30 s: the newest of each minute. */
    MINUTE(Duration.ofSeconds(60));

    /** An unchanged value is kept again after so long. */
    public static final Duration CONFIRMED = Duration.ofHours(1);

    private static final Map<String, ReadingPace> NUMBERS =
            Map.of(
                    "wifi.signal", HALF_MINUTE,
                    "wifi.bit_rate", HALF_MINUTE,
                    "wifi.retries", HALF_MINUTE,
                    "host.temperature", MINUTE,
                    "host.load.1min", MINUTE,
                    "host.memory.available", MINUTE,
                    "host.swap.used", MINUTE);

    private static final Set<String> STATES =
            Set.of(
                    "wifi.associated",
                    "wifi.access_point",
                    "wifi.band",
                    "wifi.channel",
                    "wifi.power_save",
                    "wifi.roams",
                    "ethernet.carrier",
                    "link.kind",
                    "gateway.address",
                    "host.cpus",
                    "host.memory.total",
                    "disk.root.full",
                    "disk.root.read_only",
                    "clock.synchronised",
                    "proxy.configured");

    private static final String POWER = "power.";

    private final Duration grid;

    ReadingPace(Duration grid) {
        this.grid = grid;
    }

    /** Of each stretch so long, counted from 1970, at most one reading is kept. */
    public Duration grid() {
        return grid;
    }

    /** How closely a fact is kept; empty where its latest reading is enough. */
    public static Optional<ReadingPace> of(String key) {
        if (key.startsWith(POWER) || STATES.contains(key)) {
            return Optional.of(CHANGE);
        }
        return Optional.ofNullable(NUMBERS.get(key));
    }
}
