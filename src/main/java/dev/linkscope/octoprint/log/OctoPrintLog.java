package dev.linkscope.octoprint.log;

import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code octoprint.log}: what the Obico plugin wrote of its troubles. Replies with an error status
 * are counted by the plugin but not written, so this is never the whole.
 */
public final class OctoPrintLog {
    private static final String SOURCE = "octoprint.log";
    private static final String PLUGIN = "octoprint.plugins.obico";

    /** {@code 2026-11-22 10:10:56,509 - backoff - INFO - text}. */
    private static final Pattern HEAD =
            Pattern.compile(
                    "(\\d{4})-(\\d\\d)-(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d),(\\d{3})"
                            + " - (\\S{1,200}) - [A-Z]{1,10} - (.*)");

    private OctoPrintLog() {}

    /**
     * Reads a log, at most 32 million characters of it.
     *
     * @param zone of the Pi
     * @param now by the Pi's clock
     */
    public static PastRecord read(Reader log, ZoneId zone, Instant now) throws IOException {
        return read(List.of(log), zone, now);
    }

    /** Reads a log and those that were put aside before it, the oldest first. */
    public static PastRecord read(List<? extends Reader> logs, ZoneId zone, Instant now)
            throws IOException {
        var scan = new EntryScan(HEAD, zone, now, OctoPrintLog::signs);
        for (Reader log : logs) {
            scan.read(log);
        }
        return scan.record(SOURCE, now);
    }

    private static List<Sign> signs(LogEntry entry) {
        if (entry.logger().equals(PLUGIN) || entry.message().contains(" capture_jpeg(")) {
            return PluginSigns.of(entry);
        }
        if (entry.message().startsWith("Starting OctoPrint ")) {
            return List.of(Sign.moment(PastKind.OCTOPRINT_STARTED));
        }
        // A thread that ended says so on its own, behind an entry of whoever wrote last.
        return entry.threadEnded() && entry.mainLoop() ? PluginSigns.of(entry) : List.of();
    }
}
