package dev.linkscope.ui.common;

import dev.linkscope.domain.probe.TargetUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows folders and pages in the platform's own programs. */
public final class DesktopOpener {
    private static final int PATIENCE_SECONDS = 5;

    private DesktopOpener() {}

    /**
     * Asks the platform to show a folder. Blocks for a moment.
     *
     * @return whether it did not refuse; the file browser of Windows never tells
     * @throws IOException if there is no such program
     */
    public static boolean folder(Path folder) throws IOException, InterruptedException {
        return open(folder.toString());
    }

    /**
     * Asks the platform in the background to show a page in the browser.
     *
     * @param page of HTTP or HTTPS; anything else is refused, as the platform might run it
     * @param refused called on the window's thread if it is not shown
     */
    public static void page(Background background, TargetUrl page, Runnable refused) {
        background.start(
                "open-page",
                () -> page(page),
                opened -> {
                    if (!opened) {
                        refused.run();
                    }
                },
                problem -> refused.run());
    }

    private static boolean page(TargetUrl page) throws IOException, InterruptedException {
        return page.value().matches("(?i)https?://.+") && open(page.value());
    }

    private static boolean open(String place) throws IOException, InterruptedException {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean windows = os.startsWith("windows");
        String program = windows ? "explorer" : os.startsWith("mac") ? "open" : "xdg-open";
        Process process =
                new ProcessBuilder(program, place)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return windows || !ended || process.exitValue() == 0;
    }
}
