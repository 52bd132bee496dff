package dev.linkscope.launch;

import dev.linkscope.support.DataFolder;
import dev.linkscope.ui.desktop.Request;
import java.util.Locale;
import java.util.Map;

/** Opens the window, or does without one where there is no display. */
final class Launcher {
    private Launcher() {}

    /** Runs until the window is closed; returns the code to exit with. */
    static int window() {
        return hasDisplay()
                ? window(new Request.Show(), Locale.getDefault())
                : noDisplay(Locale.getDefault());
    }

    /** Runs the made-up farm: in the window, or as text and files where there is no display. */
    static int demo(Locale locale) {
        return hasDisplay() ? window(new Request.Demo(), locale) : noDisplay(locale);
    }

    /** Follows a link in the window; where there is no display, says that it cannot. */
    static int link(String link) {
        if (hasDisplay()) {
            return window(new Request.Link(link), Locale.getDefault());
        }
        var terminal = Terminal.ofProcess(Locale.getDefault());
        terminal.note(terminal.messages().text("desktop.link.nodisplay"));
        return ExitCode.UNKNOWN.code();
    }

    private static int window(Request request, Locale locale) {
        return new WindowStart(folder(), () -> Terminal.ofProcess(locale))
                .run(
                        request,
                        instance ->
                                new WindowRun(ToolkitStart.begin(), locale, instance)
                                        .run(request instanceof Request.Demo));
    }

    // Not by Wiring, which reads much that a second start does not need.
    private static DataFolder folder() {
        return DataFolder.of(
                System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
    }

    private static boolean hasDisplay() {
        return hasDisplay(System.getenv(), System.getProperty("os.name"));
    }

    /**
     * Whether a window can be opened. Looked at before the toolkit starts, which would end in a
     * stack trace.
     */
    static boolean hasDisplay(Map<String, String> environment, String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        return os.startsWith("windows")
                || os.startsWith("mac")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    private static int noDisplay(Locale locale) {
        Logging.ofCommandLine();
        var terminal = Terminal.ofProcess(locale);
        terminal.note(terminal.messages().text("command.nodisplay"));
        return new NoDisplayRun(terminal).run();
    }
}
