package dev.linkscope.octoprint.reading;

import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.plugin.PluginReport.Counters;
import dev.linkscope.engine.port.PrinterApiException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answer of {@code get_plugin_status}, plugin 2.4 to 2.6. */
public final class PluginStatus {
    private static final Pattern CAUSE = Pattern.compile("[a-z_]{1,40}");

    /** The plugin itself keeps five. */
    private static final int MOST_ALERTS = 16;

    private static final double LATEST_SECOND = 1e11;

    private PluginStatus() {}

    /**
     * Reads an answer; members that are not known are passed over.
     *
     * @param now when it came
     * @throws PrinterApiException if it is another answer
     */
    public static PluginReport parse(JsonNode answer, Instant now) throws PrinterApiException {
        JsonNode stats = answer.path("error_stats");
        JsonNode status = answer.path("server_status");
        if (!stats.isObject() || !status.isObject()) {
            throw new PrinterApiException(PrinterApiException.Problem.GARBAGE);
        }
        return new PluginReport(
                now,
                counters(stats.path("server")),
                counters(stats.path("webcam")),
                truth(status.path("is_connected")),
                answer.path("linked_printer").path("id").isNumber(),
                seconds(status.path("status_posted_to_server_ts")),
                status.path("bailed_because_tsd_plugin_running").asBoolean(false),
                truth(answer.path("streaming_status").path("webrtc_streaming")),
                causes(answer.path("alerts")));
    }

    /** Null where the side was never tried: that is not the same as no error. */
    private static @Nullable Counters counters(JsonNode side) {
        JsonNode told = side.path("attempts");
        if (!told.isNumber()) {
            return null;
        }
        int attempts = whole(told);
        // A double count is possible in the plugin; a rate above 100 % is not.
        int errors = Math.min(attempts, whole(side.path("error_count")));
        return new Counters(attempts, errors, date(side.path("first")), date(side.path("last")));
    }

    private static int whole(JsonNode value) {
        double number = value.isNumber() ? value.doubleValue() : 0;
        return (int) Math.clamp(number, 0.0, Integer.MAX_VALUE);
    }

    private static @Nullable Boolean truth(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : null;
    }

    /** RFC 9110, 5.6.7, as Flask writes dates. */
    private static @Nullable Instant date(JsonNode value) {
        if (!value.isString()) {
            return null;
        }
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.stringValue()));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Instant seconds(JsonNode value) {
        double seconds = value.isNumber() ? value.doubleValue() : 0;
        return seconds > 0 && seconds < LATEST_SECOND
                ? Instant.ofEpochMilli(Math.round(seconds * 1000))
                : null;
    }

    private static List<String> causes(JsonNode alerts) {
        return StreamSupport.stream(alerts.spliterator(), false)
                .map(alert -> alert.path("cause"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(cause -> CAUSE.matcher(cause).matches())
                .distinct()
                .limit(MOST_ALERTS)
                .toList();
    }
}
