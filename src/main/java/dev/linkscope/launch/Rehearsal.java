package dev.linkscope.launch;

import org.jspecify.annotations.Nullable;

/**
 * Runs the program once while it is packaged, so that the Java machine learns which classes it will
 * need (JEP 483, 514). The property {@code linkscope.rehearsal} holds command lines set apart by
 * semicolons, their words by commas.
 */
final class Rehearsal {
    private static final String PROPERTY = "linkscope.rehearsal";

    /** The made-up farm in the window. */
    private static final String WINDOW = "demo";

    private Rehearsal() {}

    /** The command lines to rehearse; null in every other run. */
    static @Nullable String asked() {
        return System.getProperty(PROPERTY);
    }

    /**
     * Rehearses them; returns the first exit code that no diagnosis has, or with which no window
     * opened, else 0: a rehearsal of half the program would be half a one for ever.
     */
    static int run(String lines) {
        int code = ExitCode.HEALTHY.code();
        for (String line : lines.split(";", -1)) {
            int ended = Main.commandLine().execute(line.split(",", -1));
            if (code == 0 && hasFailed(line, ended)) {
                code = ended;
            }
        }
        return code;
    }

    private static boolean hasFailed(String line, int code) {
        return code > ExitCode.UNKNOWN.code()
                || (line.equals(WINDOW) && code != ExitCode.HEALTHY.code());
    }
}
