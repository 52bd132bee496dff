package dev.linkscope.launch;

import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PastLogs;
import dev.linkscope.octoprint.log.JournalLog;
import dev.linkscope.octoprint.log.OctoPrintLog;
import dev.linkscope.ssh.SshLinks;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** OctoPrint's log and the kernel's journal, read over SSH. Only codes and times are kept. */
final class LogsOverSsh implements PastLogs {
    private static final String BETWEEN = "linkscope-next-log";
    private static final int MOST_BYTES = 8 << 20;

    /** One fixed command; each part is allowed to fail. Times in logs are local: the zone first. */
    private static final String COMMAND =
            "date +%z; echo "
                    + BETWEEN
                    + "; tail -c 4000000 ~/.octoprint/logs/octoprint.log 2>/dev/null; echo; echo "
                    + BETWEEN
                    + "; journalctl -k -n 5000 -o short-iso --no-pager 2>/dev/null";

    private final SshLinks ssh;

    LogsOverSsh(SshLinks ssh) {
        this.ssh = ssh;
    }

    @Override
    public List<PastRecord> read(Printer printer) throws LinkException {
        return printer.target() instanceof Target.Ssh target
                ? parse(
                        ssh.output(target, LinkQuestions.NOBODY, COMMAND, MOST_BYTES),
                        Wiring.CLOCK.instant())
                : List.of();
    }

    /** What the answer tells; a part that is missing tells nothing. */
    static List<PastRecord> parse(String answer, Instant now) {
        String[] parts = answer.split(BETWEEN + "\\R", -1);
        if (parts.length < 3) {
            return List.of();
        }
        ZoneId zone = zone(parts[0].strip());
        var past = new ArrayList<PastRecord>();
        try {
            if (!parts[1].isBlank()) {
                past.add(OctoPrintLog.read(new StringReader(parts[1]), zone, now));
            }
            if (!parts[2].isBlank()) {
                past.add(JournalLog.read(new StringReader(parts[2]), zone, now));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
        return past;
    }

    private static ZoneId zone(String offset) {
        try {
            return ZoneOffset.of(offset);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
