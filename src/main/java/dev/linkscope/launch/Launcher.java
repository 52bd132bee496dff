package dev.linkscope.launch;

import java.util.Locale;
import java.util.Map;

/** Opens the window, or does without one where there is no display. */
final class Launcher {
    private Launcher() {}

    /** Runs until the window is closed; returns the code to exit with. */
    static int window() {
        return hasDisplay(System.getenv(), System.getProperty("os.name"))
                ? new WindowRun(Locale.getDefault()).run(false)
                : noDisplay(Locale.getDefault());
    }

    /** Runs the made-up farm: in the window, or as text and files where there is no display. */
    static int demo(Locale locale) {
        return hasDisplay(System.getenv(), System.getProperty("os.name"))
                ? new WindowRun(locale).run(true)
                : noDisplay(locale);
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
