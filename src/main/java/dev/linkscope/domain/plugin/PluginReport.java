package dev.linkscope.domain.plugin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plugin's own report ({@code get_plugin_status}). Reading it has side effects, so it exists
 * only where the user asked for it.
 *
 * @param readAt when it was read, UTC
 * @param server what it counted at the server; null before its first attempt
 * @param webcam what it counted at the camera; null before its first attempt
 * @param connected whether its live link stands; null if it does not say, which in practice means
 *     that it does not
 * @param linked whether the server has accepted its token since OctoPrint started
 * @param statusQueuedAt when it last queued a status: no proof of delivery; null before the first
 * @param oldPluginRunning whether it did not start because its predecessor is still enabled
 * @param streams whether it streams video; true also where streaming is switched off; null if it
 *     does not say
 * @param alerts causes of the alerts that it handed out, such as {@code connect_server}
 */
public record PluginReport(
        Instant readAt,
        @Nullable Counters server,
        @Nullable Counters webcam,
        @Nullable Boolean connected,
        boolean linked,
        @Nullable Instant statusQueuedAt,
        boolean oldPluginRunning,
        @Nullable Boolean streams,
        List<String> alerts) {
    public PluginReport {
        alerts = List.copyOf(alerts);
    }

    /** The same with other alerts. */
    public PluginReport withAlerts(List<String> other) {
        return new PluginReport(
                readAt,
                server,
                webcam,
                connected,
                linked,
                statusQueuedAt,
                oldPluginRunning,
                streams,
                other);
    }

    /**
     * Counters of one side since OctoPrint started. Times are the Pi's clock, to the second.
     *
     * @param attempts messages sent or pictures wanted
     * @param errors how many of them failed; never more than {@code attempts}
     * @param first when the first failed; null without one
     * @param last when the last failed; null without one
     */
    public record Counters(
            int attempts, int errors, @Nullable Instant first, @Nullable Instant last) {}
}
