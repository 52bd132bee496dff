package dev.linkscope.ui.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows a folder in the platform's own file browser. */
final class FolderOpener {
    private static final int PATIENCE_SECONDS = 5;

    private FolderOpener() {}

    /**
     * Asks the platform to show the folder. Blocks for a moment.
     *
     * @return whether it did not refuse; the file browser of Windows never tells
     * @throws IOException if there is no such program
     */
    static boolean open(Path folder) throws IOException, InterruptedException {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean windows = os.startsWith("windows");
        String program = windows ? "explorer" : os.startsWith("mac") ? "open" : "xdg-open";
        Process process =
                new ProcessBuilder(program, folder.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return windows || !ended || process.exitValue() == 0;
    }
}
