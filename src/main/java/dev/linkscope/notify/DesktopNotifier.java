package dev.linkscope.notify;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.engine.port.Notifier;
import dev.linkscope.support.OneLine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifications of the desktop, through the program that each platform has for them. Texts are
 * arguments or environment, never part of a script. Only Linux has been tried.
 */
public final class DesktopNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotifier.class);
    private static final String NAME = "Linkscope";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LONGEST_TEXT = 400;
    private static final int PATIENCE_SECONDS = 1;

    /** Shows what the environment holds, for as long as Windows shows a balloon. */
    private static final String BALLOON =
            "Add-Type -AssemblyName System.Windows.Forms;"
                    + "$n = New-Object System.Windows.Forms.NotifyIcon;"
                    + "$n.Icon = [System.Drawing.SystemIcons]::Information;"
                    + "$n.Visible = $true;"
                    + "$n.ShowBalloonTip(10000, $env:LINKSCOPE_TITLE, $env:LINKSCOPE_TEXT, 'None');"
                    + "Start-Sleep -Seconds 10;"
                    + "$n.Dispose()";

    private final String os;
    private final @Nullable String program;
    private final Courier courier = new Courier("desktop-notices", PATIENCE_SECONDS);
    private volatile @Nullable Statement problem;

    /**
     * Notifications of this desktop.
     *
     * @param os name of the platform, as {@code os.name} has it
     */
    public DesktopNotifier(String os) {
        this(os, null);
    }

    /** With another program in place of the platform's, for tests. */
    DesktopNotifier(String os, @Nullable String program) {
        this.os = os.toLowerCase(Locale.ROOT);
        this.program = program;
    }

    @Override
    public void tell(Notice notice) {
        // What does not fit the queue would be a storm on the screen.
        courier.take(() -> show(notice));
    }

    /** Shows a notice now; null if the program took it, else why not. */
    @Nullable Statement show(Notice notice) {
        String title = unlikeAnOption(OneLine.of(notice.title(), NoticeJson.LONGEST_TITLE));
        String text = unlikeAnOption(OneLine.of(notice.text(), LONGEST_TEXT));
        List<String> command = command(notice, title, text);
        Map<String, String> environment =
                windows() ? Map.of("LINKSCOPE_TITLE", title, "LINKSCOPE_TEXT", text) : Map.of();
        try {
            Child.Ended ended = Child.run(command, environment, new byte[0], LONGEST);
            Statement now =
                    ended.how() == Child.End.WELL
                            ? null
                            : Statement.of("notify.desktop.absent", command.getFirst());
            if (now != null && problem == null) {
                LOG.warn("{} shows no notification: {}", command.getFirst(), ended.how());
            }
            problem = now;
            return now;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return problem;
        }
    }

    private List<String> command(Notice notice, String title, String text) {
        if (windows()) {
            return List.of(
                    program == null ? "powershell.exe" : program,
                    "-NoProfile",
                    "-NonInteractive",
                    "-WindowStyle",
                    "Hidden",
                    "-Command",
                    BALLOON);
        }
        if (os.startsWith("mac")) {
            return List.of(
                    program == null ? "osascript" : program,
                    "-e",
                    "on run argv",
                    "-e",
                    "display notification (item 2 of argv) with title \""
                            + NAME
                            + "\" subtitle (item 1 of argv)",
                    "-e",
                    "end run",
                    title,
                    text);
        }
        return List.of(
                program == null ? "notify-send" : program,
                "--app-name=" + NAME,
                "--urgency=" + urgency(notice),
                "--",
                title,
                markup(text));
    }

    private boolean windows() {
        return os.startsWith("windows");
    }

    private static String urgency(Notice notice) {
        if (notice.change() == Change.RECOVERED) {
            return "low";
        }
        return notice.incident().severity() == Severity.CRITICAL ? "critical" : "normal";
    }

    /** The body is markup (Desktop Notifications Specification, "Markup"). */
    private static String markup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** osascript knows no end of options. */
    private static String unlikeAnOption(String text) {
        return text.startsWith("-") ? " " + text : text;
    }

    @Override
    public @Nullable Statement problem() {
        return problem;
    }

    @Override
    public void close() {
        courier.close();
    }
}
