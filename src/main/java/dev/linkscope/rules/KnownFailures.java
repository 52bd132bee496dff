package dev.linkscope.rules;

import java.util.Set;

/**
 * Failures that have words of their own, as {@code phase.class} of the agent's protocol. Each has a
 * sentence {@code finding.PANE.phase.class} and a next step in the bundle; any other is named by
 * its phase alone.
 */
final class KnownFailures {
    /** Of the server pane. */
    static final Set<String> SERVER =
            Set.of(
                    "dns.nxdomain",
                    "dns.dns_failed",
                    "dns.timeout",
                    "connect.refused",
                    "connect.unreachable",
                    "connect.timeout",
                    "tls.cert_expired",
                    "tls.cert_not_yet_valid",
                    "tls.cert_wrong_host",
                    "tls.cert_untrusted",
                    "tls.not_tls",
                    "tls.timeout",
                    "request.timeout",
                    "request.reset",
                    "request.garbage",
                    "request.bad_url",
                    "response.captive_portal",
                    "response.wrong_server",
                    "response.redirect",
                    "response.not_found",
                    "response.http_4xx",
                    "response.http_5xx",
                    "response.wrong_content");

    /** Of the webcam pane. */
    static final Set<String> WEBCAM =
            Set.of(
                    "dns.nxdomain",
                    "connect.refused",
                    "connect.unreachable",
                    "connect.timeout",
                    "request.timeout",
                    "request.bad_scheme",
                    "request.bad_url",
                    "request.no_url",
                    "request.user_info_in_stream",
                    "request.hls_unusable",
                    "request.webrtc_unusable",
                    "request.rtsp_unusable",
                    "request.video_unusable",
                    "response.login_needed",
                    "response.not_found",
                    "response.http_4xx",
                    "response.http_5xx",
                    "response.redirect",
                    "response.encoded",
                    "response.not_a_picture",
                    "response.no_signal",
                    "response.stream_not_snapshot",
                    "response.not_a_stream",
                    "response.hls_unusable",
                    "response.video_unusable",
                    "body.empty",
                    "body.not_jpeg",
                    "body.too_large",
                    "body.cut_off",
                    "body.timeout",
                    "body.stream_stalled",
                    "body.wrong_format");

    /**
     * Failures that are certain by construction: the other side said so itself, or the address
     * cannot work. A time-out or a reset may have many causes.
     */
    static final Set<String> CERTAIN =
            Set.of(
                    "connect.refused",
                    "tls.cert_expired",
                    "tls.cert_wrong_host",
                    "tls.not_tls",
                    "request.bad_url",
                    "request.bad_scheme",
                    "request.no_url",
                    "request.user_info_in_stream",
                    "request.hls_unusable",
                    "request.webrtc_unusable",
                    "request.rtsp_unusable",
                    "request.video_unusable",
                    "response.login_needed",
                    "response.not_found",
                    "response.http_5xx",
                    "response.no_signal",
                    "response.stream_not_snapshot",
                    "response.not_a_stream",
                    "response.hls_unusable",
                    "response.video_unusable",
                    "body.empty",
                    "body.not_jpeg",
                    "body.too_large",
                    "body.wrong_format");

    private KnownFailures() {}

    /** Those of a pane. */
    static Set<String> of(String pane) {
        return pane.equals("webcam") ? WEBCAM : SERVER;
    }
}
