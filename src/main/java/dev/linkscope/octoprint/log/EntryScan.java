package dev.linkscope.octoprint.log;

import dev.linkscope.domain.past.PastRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Goes through logs of Python's logging once: an entry is a line that begins with a date, with all
 * lines up to the next such line.
 */
final class EntryScan {
    /** The last line of a traceback. */
    private static final Pattern EXCEPTION =
            Pattern.compile(
                    "[A-Za-z_][\\w.]{0,120}(?:Error|Exception|Timeout|Schema|URL|Read)\\b.*");

    private static final Pattern MAIN_LOOP =
            Pattern.compile(
                    "\\s+File \".*(?:octoprint_obico/__init__\\.py\", line \\d+, in main_loop"
                            + "|moonraker_obico/app\\.py\", line \\d+, in (?:main_loop|start))\\s*");

    private final Pattern head;
    private final PiTime time;
    private final Function<LogEntry, List<Sign>> signs;
    private final EventFold fold = new EventFold();
    private @Nullable Instant from;
    private @Nullable Instant to;
    private @Nullable Instant at;
    private String logger = "";
    private String message = "";
    private String cause = "";
    private boolean mainLoop;
    private boolean threadEnded;

    /**
     * A scan.
     *
     * @param head first line of an entry; groups are year, month, day, hour, minute, second,
     *     millisecond, logger, message
     * @param signs what an entry says
     */
    EntryScan(Pattern head, ZoneId zone, Instant now, Function<LogEntry, List<Sign>> signs) {
        this.head = head;
        this.time = new PiTime(zone, now);
        this.signs = signs;
    }

    /** Reads one file, after those that are older. */
    void read(Reader log) throws IOException {
        var lines = new BoundedLines(log);
        for (String line = lines.next(); line != null; line = lines.next()) {
            Matcher match = head.matcher(line);
            if (match.matches()) {
                finishEntry();
                begin(match);
            } else {
                further(line);
            }
        }
        finishEntry();
    }

    /** What was read; {@code now} stands for the times of a log without entries. */
    PastRecord record(String source, Instant now) {
        Instant first = from;
        Instant last = to;
        return new PastRecord(
                source, first == null ? now : first, last == null ? now : last, fold.finish());
    }

    private void begin(Matcher match) {
        at =
                time.at(
                        number(match, 1),
                        number(match, 2),
                        number(match, 3),
                        number(match, 4),
                        number(match, 5),
                        number(match, 6),
                        number(match, 7));
        logger = match.group(8);
        message = match.group(9);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private void further(String line) {
        if (EXCEPTION.matcher(line).matches()) {
            cause = line;
        } else if (MAIN_LOOP.matcher(line).matches()) {
            mainLoop = true;
        } else if (line.startsWith("Exception in thread")) {
            threadEnded = true;
        }
    }

    private void finishEntry() {
        Instant when = at;
        if (when != null) {
            from = from == null || when.isBefore(from) ? when : from;
            to = to == null || when.isAfter(to) ? when : to;
            var entry = new LogEntry(when, logger, message, cause, mainLoop, threadEnded);
            signs.apply(entry).forEach(sign -> fold.add(when, sign));
        }
        at = null;
        cause = "";
        mainLoop = false;
        threadEnded = false;
    }
}
