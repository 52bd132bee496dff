package dev.linkscope.engine.port;

import dev.linkscope.domain.printer.Printer;
import java.time.Duration;

/** Runs a program on a printer's computer, through the way in that there is. */
@FunctionalInterface
public interface PiProgram {
    /** The largest reply that is read, in bytes. */
    int MOST_BYTES = 1 << 20;

    /**
     * Runs a fixed command of the login shell with something to read. Blocks.
     *
     * @param command never built from anything that is not a constant of this program
     * @param input what it reads, secrets included: never logged; the array stays the caller's to
     *     wipe
     * @param longest after which it counts as lost
     * @return what it printed, at most {@link #MOST_BYTES}
     * @throws LinkException if there is no such way, or it broke before the program ended
     */
    Output run(
            Printer printer,
            String command,
            byte[] input,
            Duration longest,
            LinkQuestions questions)
            throws LinkException;

    /**
     * What a program printed.
     *
     * @param text standard output
     * @param errors the end of its error output, for people
     * @param exitCode its exit code; -1 if it is not known
     */
    record Output(String text, String errors, int exitCode) {}
}
