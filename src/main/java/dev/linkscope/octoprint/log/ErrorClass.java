package dev.linkscope.octoprint.log;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phase and class, as the agent would name them, of what Python's HTTP clients and the plugin say
 * in an exception.
 */
final class ErrorClass {
    /** The log does not tell. */
    static final String NONE = "";

    private static final Pattern STATUS =
            Pattern.compile(
                    "\\b([45]\\d\\d) (?:Client|Server) Error\\b|HTTP Error ([45]\\d\\d)\\b");

    private static final Pattern HANDSHAKE = Pattern.compile("Handshake status (\\d{3})\\b");

    /** Parts of texts, the most telling first. */
    private static final List<Map.Entry<Pattern, String>> TEXTS =
            List.of(
                    text(
                            "No connection adapters|MissingSchema|unknown url type",
                            "request.bad_scheme"),
                    text("Invalid Webcam snapshot URL", "request.no_url"),
                    text("InvalidURL|Failed to parse:", "request.bad_url"),
                    text(
                            "webcam_config is None|'NoneType' object has no attribute 'get'",
                            "request.no_camera"),
                    text("snapshot_url is too large", "body.too_large"),
                    text("End of stream before a valid jpeg", "response.not_a_stream"),
                    text("Wrong mjpeg data format", "body.wrong_format"),
                    text("Temporary failure in name resolution|\\[Errno -3\\]", "dns.dns_failed"),
                    text(
                            "Name or service not known|No address associated|\\[Errno -[25]\\]"
                                    + "|nodename nor servname",
                            "dns.nxdomain"),
                    text("NameResolutionError|gaierror", "dns.dns_failed"),
                    text("certificate has expired", "tls.cert_expired"),
                    text("certificate is not yet valid", "tls.cert_not_yet_valid"),
                    text("Hostname mismatch|doesn't match|not valid for '", "tls.cert_wrong_host"),
                    text(
                            "CERTIFICATE_VERIFY_FAILED|self.signed certificate|local issuer",
                            "tls.cert_untrusted"),
                    text("WRONG_VERSION_NUMBER|wrong version number", "tls.not_tls"),
                    text("SSLError|SSLEOFError|\\[SSL:", "tls.tls_error"),
                    text("Connection refused|\\[Errno 111\\]", "connect.refused"),
                    text(
                            "No route to host|Network is unreachable|\\[Errno (?:101|113)\\]",
                            "connect.unreachable"),
                    text("connect timeout=|ConnectTimeout", "connect.timeout"),
                    text("Read timed out|ReadTimeout|read timeout=", "request.timeout"),
                    text("\\[Errno 110\\]|Connection timed out", "connect.timeout"),
                    text("Connection reset|\\[Errno 104\\]", "request.reset"),
                    text(
                            "RemoteDisconnected|closed connection without|Broken pipe|\\[Errno 32\\]",
                            "request.closed"),
                    text("IncompleteRead", "body.cut_off"),
                    text("timed out", "request.timeout"));

    private ErrorClass() {}

    /** The class of a text; {@link #NONE} if it does not tell. */
    static String of(String text) {
        Matcher status = STATUS.matcher(text);
        if (status.find()) {
            return response(status.group(1) == null ? status.group(2) : status.group(1));
        }
        Matcher handshake = HANDSHAKE.matcher(text);
        if (handshake.find()) {
            return upgrade(handshake.group(1));
        }
        return TEXTS.stream()
                .filter(entry -> entry.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(NONE);
    }

    private static String response(String status) {
        return "response."
                + switch (status) {
                    case "401" -> "login_needed";
                    case "404" -> "not_found";
                    default -> status.startsWith("4") ? "http_4xx" : "http_5xx";
                };
    }

    private static String upgrade(String status) {
        return "upgrade."
                + switch (status) {
                    case "400" -> "ws_bad_request";
                    case "401" -> "ws_login_needed";
                    case "404" -> "ws_not_found";
                    case "426" -> "ws_upgrade_required";
                    case "502" -> "ws_bad_gateway";
                    case "503" -> "ws_unavailable";
                    case "504" -> "ws_gateway_timeout";
                    case "511" -> "captive_portal";
                    default -> otherUpgrade(status.charAt(0));
                };
    }

    private static String otherUpgrade(char hundred) {
        return switch (hundred) {
            case '2' -> "ws_no_upgrade";
            case '3' -> "ws_redirect";
            case '4' -> "ws_4xx";
            default -> "ws_5xx";
        };
    }

    private static Map.Entry<Pattern, String> text(String pattern, String errorClass) {
        return Map.entry(Pattern.compile(pattern), errorClass);
    }
}
