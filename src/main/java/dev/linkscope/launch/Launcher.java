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
                : noDisplay();
    }

    /** Runs the made-up farm: in the window, or as text and files where there is no display. */
    static int demo() {
        return hasDisplay(System.getenv(), System.getProperty("os.name"))
                ? new WindowRun(Locale.getDefault()).run(true)
                : noDisplay();
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

    private static int noDisplay() {
        Logging.ofCommandLine();
        var terminal = Terminal.ofProcess(Locale.getDefault());
        terminal.note(terminal.messages().text("command.nodisplay"));
        return new NoDisplayRun(terminal).run();
    }
}
