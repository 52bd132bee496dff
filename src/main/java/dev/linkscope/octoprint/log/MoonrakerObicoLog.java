package dev.linkscope.octoprint.log;

import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code moonraker-obico.log}: the same for Klipper. */
public final class MoonrakerObicoLog {
    private static final String SOURCE = "moonraker-obico.log";

    /** {@code 2024-09-01 11:42:19,461 ERROR backoff - text}. */
    private static final Pattern HEAD =
            Pattern.compile(
                    "(\\d{4})-(\\d\\d)-(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d),(\\d{3})"
                            + " {2,12}[A-Z]{1,10}  (\\S{1,200}) - (.*)");

    private MoonrakerObicoLog() {}

    /** Reads a log and those that were put aside before it, the oldest first. */
    public static PastRecord read(List<? extends Reader> logs, ZoneId zone, Instant now)
            throws IOException {
        var scan = new EntryScan(HEAD, zone, now, MoonrakerObicoLog::signs);
        for (Reader log : logs) {
            scan.read(log);
        }
        return scan.record(SOURCE, now);
    }

    private static List<Sign> signs(LogEntry entry) {
        return entry.message().toLowerCase(Locale.ROOT).startsWith("starting moonraker-obico")
                ? List.of(Sign.moment(PastKind.OCTOPRINT_STARTED))
                : PluginSigns.of(entry);
    }
}
