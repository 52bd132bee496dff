package dev.linkscope.octoprint.log;

import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The journal or {@code syslog}: what the kernel and the programs of the network say. Lines are
 * those of {@code journalctl}, with or without {@code -o short-iso}, and of {@code dmesg -T}.
 */
public final class JournalLog {
    private static final String SOURCE = "journal";

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSSSSS][,SSSSSS][XXX][XX]");

    private static final Pattern ISO_LINE =
            Pattern.compile(
                    "(\\d{4}-\\d\\d-\\d\\dT\\S{8,25}) \\S+ ([^\\s:\\[]{1,60})(?:\\[\\d+\\])?: (.*)");
    private static final Pattern SYSLOG_LINE =
            Pattern.compile(
                    "([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d) \\S+"
                            + " ([^\\s:\\[]{1,60})(?:\\[\\d+\\])?: (.*)");
    private static final Pattern DMESG_LINE =
            Pattern.compile(
                    "\\[[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d)"
                            + " (\\d{4})\\] (.*)");

    private static final Set<String> WRITERS =
            Set.of("kernel", "wpa_supplicant", "dhcpcd", "NetworkManager");

    /** The firmware looks at the voltage every two seconds, a link is back within one or two. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<Map.Entry<Pattern, Sign>> SIGNS =
            List.of(
                    sign("Linux version \\d", Sign.moment(PastKind.COMPUTER_STARTED)),
                    sign("under-?voltage detected", failure(PastKind.UNDER_VOLTAGE, "")),
                    sign("voltage normali[sz]ed", Sign.success(PastKind.UNDER_VOLTAGE)),
                    sign(
                            "deauthenticat|disassociat|wlan\\d+: (connection to|lost|aborting)"
                                    + "|CTRL-EVENT-DISCONNECTED",
                            failure(PastKind.LINK_LOST, "wifi_lost")),
                    sign(
                            "link is (down|not ready)|carrier lost|link down",
                            failure(PastKind.LINK_LOST, "link_down")),
                    sign(
                            "link is up|link becomes ready|carrier acquired|wlan\\d+: associated"
                                    + "|CTRL-EVENT-CONNECTED",
                            Sign.success(PastKind.LINK_LOST)),
                    sign(
                            "uvcvideo.*(fail|error|non-zero status)|resubmit video URB",
                            failure(PastKind.USB_RESET, "camera")),
                    sign(
                            "\\busb [\\d.-]+: USB disconnect",
                            failure(PastKind.USB_RESET, "usb_disconnect")),
                    sign(
                            "\\busb [\\d.-]+: reset .*USB device|usb.*(over-current"
                                    + "|device descriptor read.*error|device not accepting address)",
                            failure(PastKind.USB_RESET, "usb_reset")));

    /** What a line says is at its beginning. */
    private static final int MOST_TEXT = 400;

    private final PiTime time;
    private final EventFold fold = new EventFold();
    private @Nullable Instant from;
    private @Nullable Instant to;

    private JournalLog(PiTime time) {
        this.time = time;
    }

    /**
     * Reads a journal, at most 32 million characters of it.
     *
     * @param zone of the Pi, for lines without offset
     * @param now by the Pi's clock
     */
    public static PastRecord read(Reader log, ZoneId zone, Instant now) throws IOException {
        var journal = new JournalLog(new PiTime(zone, now));
        var lines = new BoundedLines(log);
        for (String line = lines.next(); line != null; line = lines.next()) {
            journal.take(line);
        }
        Instant first = journal.from;
        Instant last = journal.to;
        return new PastRecord(
                SOURCE,
                first == null ? now : first,
                last == null ? now : last,
                journal.fold.finish());
    }

    private void take(String line) {
        Matcher iso = ISO_LINE.matcher(line);
        Matcher syslog = SYSLOG_LINE.matcher(line);
        Matcher dmesg = DMESG_LINE.matcher(line);
        if (iso.matches()) {
            seen(isoTime(iso.group(1)), iso.group(2), iso.group(3));
        } else if (syslog.matches()) {
            Instant at =
                    time.at(
                            month(syslog.group(1)),
                            number(syslog, 2),
                            number(syslog, 3),
                            number(syslog, 4),
                            number(syslog, 5));
            seen(at, syslog.group(6), syslog.group(7));
        } else if (dmesg.matches()) {
            Instant at =
                    time.at(
                            number(dmesg, 6),
                            month(dmesg.group(1)),
                            number(dmesg, 2),
                            number(dmesg, 3),
                            number(dmesg, 4),
                            number(dmesg, 5),
                            0);
            seen(at, "kernel", dmesg.group(7));
        }
    }

    private void seen(@Nullable Instant at, String writer, String text) {
        if (at == null) {
            return;
        }
        from = from == null || at.isBefore(from) ? at : from;
        to = to == null || at.isAfter(to) ? at : to;
        if (WRITERS.contains(writer)) {
            signOf(text.substring(0, Math.min(text.length(), MOST_TEXT)))
                    .ifPresent(sign -> fold.add(at, sign));
        }
    }

    private static Optional<Sign> signOf(String text) {
        return SIGNS.stream()
                .filter(entry -> entry.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private @Nullable Instant isoTime(String text) {
        try {
            return time.at(OffsetDateTime.parse(text, ISO).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** From 1; 0 for a word that is none. */
    private static int month(String name) {
        int place = MONTHS.indexOf(name);
        return place < 0 || place % 3 != 0 ? 0 : place / 3 + 1;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Sign failure(PastKind kind, String errorClass) {
        return Sign.failure(kind, errorClass, PATIENCE);
    }

    private static Map.Entry<Pattern, Sign> sign(String pattern, Sign sign) {
        return Map.entry(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), sign);
    }
}
