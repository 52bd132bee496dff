package dev.linkscope.agent;

import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.support.OneLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The members of one frame, read with their types and ranges checked. */
final class Fields {
    /** Longest text taken over; longer ones are cut. */
    private static final int TEXT_LIMIT = 256;

    private static final int DETAILS_LIMIT = 32;

    /** Largest second on either clock: the year 5138. */
    private static final double SECONDS_LIMIT = 1e11;

    /** Largest count; with the largest cadence its slots still fit into 64 bits of milliseconds. */
    private static final long WHOLE_LIMIT = 10_000_000_000L;

    private static final long CADENCE_LIMIT_MILLIS = 100_000_000;

    private final JsonNode frame;

    Fields(JsonNode frame) {
        this.frame = frame;
    }

    /** The elements of a row, by the names of its columns. */
    static Fields ofRow(JsonNode row, List<String> columns) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            named.set(columns.get(i), row.path(i));
        }
        return new Fields(named);
    }

    JsonNode member(String key) {
        return frame.path(key);
    }

    String text(String key) throws BadFrame {
        JsonNode value = frame.path(key);
        if (!value.isString()) {
            throw new BadFrame("no text " + key);
        }
        return clean(value.stringValue());
    }

    /** A text that says something. */
    String id(String key) throws BadFrame {
        String id = text(key);
        if (id.isBlank()) {
            throw new BadFrame("no text " + key);
        }
        return id;
    }

    @Nullable String textOrNull(String key) {
        JsonNode value = frame.path(key);
        return value.isString() ? clean(value.stringValue()) : null;
    }

    /** A whole number from 0 to the limit. */
    long whole(String key) throws BadFrame {
        JsonNode value = frame.path(key);
        boolean usable = value.isIntegralNumber() && value.canConvertToLong();
        if (!usable || value.longValue() < 0 || value.longValue() > WHOLE_LIMIT) {
            throw new BadFrame("no whole number " + key);
        }
        return value.longValue();
    }

    /** The same; another value if there is none. */
    long wholeOr(String key, long other) {
        try {
            return whole(key);
        } catch (BadFrame e) {
            return other;
        }
    }

    long millis(String key) throws BadFrame {
        return millis(frame.path(key), key);
    }

    Duration duration(String key) throws BadFrame {
        long millis = millis(key);
        if (millis <= 0 || millis > CADENCE_LIMIT_MILLIS) {
            throw new BadFrame("number out of range " + key);
        }
        return Duration.ofMillis(millis);
    }

    ClockReading clock(String key) throws BadFrame {
        JsonNode pair = frame.path(key);
        long boot = millis(pair.path(0), key);
        return new ClockReading(boot, Instant.ofEpochMilli(millis(pair.path(1), key)));
    }

    Map<String, String> texts(String key) {
        JsonNode object = frame.path(key);
        if (!object.isObject() || object.isEmpty()) {
            return Map.of();
        }
        Map<String, String> texts = HashMap.newHashMap(object.size());
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getValue().isString() && texts.size() < DETAILS_LIMIT) {
                texts.put(clean(entry.getKey()), clean(entry.getValue().stringValue()));
            }
        }
        return texts;
    }

    private static long millis(JsonNode value, String key) throws BadFrame {
        if (!value.isNumber()) {
            throw new BadFrame("no number " + key);
        }
        double seconds = value.doubleValue();
        if (!(seconds >= 0 && seconds <= SECONDS_LIMIT)) {
            throw new BadFrame("number out of range " + key);
        }
        return Math.round(seconds * 1000);
    }

    /** Bounded, and without characters that could disturb a log, a terminal or a window. */
    private static String clean(String text) {
        String cut = text.length() > TEXT_LIMIT ? text.substring(0, TEXT_LIMIT) : text;
        return OneLine.isPlain(cut) ? cut : OneLine.of(cut, TEXT_LIMIT);
    }

    /** Something in a frame is missing or wrong; the message names the member, never its value. */
    static final class BadFrame extends Exception {
        private static final long serialVersionUID = 1L;

        BadFrame(String message) {
            super(message, null, false, false);
        }
    }
}
