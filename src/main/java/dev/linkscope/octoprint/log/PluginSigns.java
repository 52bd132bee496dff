package dev.linkscope.octoprint.log;

import dev.linkscope.domain.past.PastKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What entries of the Obico plugin mean, and those of Obico for Klipper, which descends from it.
 *
 * <p>How long a trouble may go on without a line follows from the plugin's own times: a message
 * waits 120 s for a link and then up to 450 s before the next (full jitter of 300 s), a check of
 * the token at the start up to 1200 s, a picture while printing 120 s and its request 60 s.
 */
final class PluginSigns {
    static final String NOT_CONNECTED = "upgrade.not_connected";

    private static final Duration SHORT = Duration.ofSeconds(60);
    private static final Duration UPLOADS = Duration.ofSeconds(200);
    private static final Duration PICTURES = Duration.ofMinutes(5);
    private static final Duration MESSAGES = Duration.ofMinutes(10);
    private static final Duration TOKEN_CHECKS = Duration.ofMinutes(20);

    private static final Pattern CLOSED = Pattern.compile("WS Closed - (\\d{1,5}|None)\\b");
    private static final Pattern ATTEMPT = Pattern.compile("Attempt (\\d{1,6}) - backing off ");
    private static final Pattern REQUEST = Pattern.compile("(?:GET|POST|PATCH|PUT): \\S+");
    private static final Pattern TOKEN_CHECK =
            Pattern.compile("GET: \\S+/api/v1/octo/printer/\\S*");
    private static final Pattern JANUS_ENDED =
            Pattern.compile("Janus quit(?: with exit code|! This should not)");
    private static final String JANUS_MISSING = "Janus not found or not configured correctly";

    private PluginSigns() {}

    /** What an entry of the plugin says; empty if nothing that counts. */
    static List<Sign> of(LogEntry entry) {
        String text = entry.message();
        if (linked(text)) {
            return List.of(
                    Sign.success(PastKind.SERVER_LOST), Sign.success(PastKind.NOT_AUTHORISED));
        }
        return one(entry, text).map(List::of).orElse(List.of());
    }

    /** With an id: without, the server did not know the printer. */
    private static boolean linked(String text) {
        int start = text.indexOf("Linked printer: {");
        return start >= 0 && text.indexOf("'id': ", start) >= 0;
    }

    private static Optional<Sign> one(LogEntry entry, String text) {
        return link(text)
                .or(() -> request(entry, text))
                .or(() -> camera(entry, text))
                .or(() -> streaming(text))
                .or(() -> crash(entry));
    }

    private static Optional<Sign> link(String text) {
        Matcher closed = CLOSED.matcher(text);
        if (text.contains("Shared auth_token detected")) {
            return failure(PastKind.KICKED, "upgrade.kicked", SHORT);
        }
        if (closed.find()) {
            return closed.group(1).equals("4321")
                    ? failure(PastKind.KICKED, "upgrade.kicked", SHORT)
                    : failure(PastKind.SERVER_LOST, ErrorClass.NONE, UPLOADS);
        }
        if (text.contains("Server WS ERROR: ")) {
            return failure(PastKind.SERVER_LOST, ErrorClass.of(text), UPLOADS);
        }
        Matcher attempt = ATTEMPT.matcher(text);
        if (attempt.find()) {
            String told = ErrorClass.of(text);
            return Optional.of(
                    new Sign(
                            Sign.Role.FAILURE,
                            PastKind.SERVER_LOST,
                            told.isEmpty() ? notConnected(text) : told,
                            MESSAGES,
                            Integer.parseInt(attempt.group(1))));
        }
        if (text.contains("Not connected to websocket server")) {
            return Optional.of(Sign.part(PastKind.SERVER_LOST, NOT_CONNECTED, MESSAGES));
        }
        if (text.contains("auth_token is not validated")) {
            return failure(PastKind.NOT_AUTHORISED, "upgrade.not_authorised", MESSAGES);
        }
        if (text.contains("Plugin not configured") || text.contains("auth_token not configured")) {
            return failure(PastKind.NOT_AUTHORISED, "upgrade.not_linked", MESSAGES);
        }
        return text.contains("message queue is full")
                ? failure(PastKind.SERVER_LOST, ErrorClass.NONE, UPLOADS)
                : Optional.empty();
    }

    private static String notConnected(String text) {
        return text.contains("Not connected to websocket server") ? NOT_CONNECTED : ErrorClass.NONE;
    }

    private static Optional<Sign> request(LogEntry entry, String text) {
        if (!REQUEST.matcher(text).matches()) {
            return Optional.empty();
        }
        boolean check = TOKEN_CHECK.matcher(text).matches();
        return failure(
                PastKind.SERVER_LOST, ErrorClass.of(entry.cause()), check ? TOKEN_CHECKS : UPLOADS);
    }

    private static Optional<Sign> camera(LogEntry entry, String text) {
        if (text.contains("Giving up capture_jpeg(")) {
            return Optional.of(Sign.part(PastKind.WEBCAM_FAILED, ErrorClass.of(text), PICTURES));
        }
        if (text.contains("Failed to capture jpeg") || text.contains("webcam_config is None")) {
            String told = ErrorClass.of(text);
            // Obico for Klipper says the same when it is the upload that failed.
            PastKind kind =
                    text.contains("/api/v1/octo/") ? PastKind.SERVER_LOST : PastKind.WEBCAM_FAILED;
            return failure(kind, told.isEmpty() ? ErrorClass.of(entry.cause()) : told, PICTURES);
        }
        return Optional.empty();
    }

    private static Optional<Sign> streaming(String text) {
        if (text.contains(JANUS_MISSING)) {
            return failure(PastKind.STREAMING_FAILED, "janus_missing", SHORT);
        }
        if (JANUS_ENDED.matcher(text).find()) {
            return failure(PastKind.STREAMING_FAILED, "janus_ended", SHORT);
        }
        return text.contains("No ffmpeg found")
                ? failure(PastKind.STREAMING_FAILED, "no_h264_encoder", SHORT)
                : Optional.empty();
    }

    /** The main loop ended, or goes wrong in each round. */
    private static Optional<Sign> crash(LogEntry entry) {
        return entry.mainLoop()
                ? failure(PastKind.PLUGIN_CRASHED, "upgrade.crashed", PICTURES)
                : Optional.empty();
    }

    private static Optional<Sign> failure(PastKind kind, String errorClass, Duration patience) {
        return Optional.of(Sign.failure(kind, errorClass, patience));
    }
}
