package dev.linkscope.notify;

import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run with a notice, without a shell. Its output goes nowhere. */
final class Child {
    private Child() {}

    /** How it ended. */
    enum End {
        WELL,
        /** With another status than 0. */
        BADLY,
        /** It took too long and was killed. */
        KILLED,
        /** There is no such program, or it may not be run. */
        ABSENT
    }

    /**
     * Its end.
     *
     * @param how it ended
     * @param status its exit status, or -1
     */
    record Ended(End how, int status) {}

    /**
     * Runs a program to its end.
     *
     * @param command program and arguments
     * @param environment added to this program's own
     * @param input given on standard input
     * @param longest after which it is killed, with all that it started
     * @throws InterruptedException if interrupted; it is killed then too
     */
    static Ended run(
            List<String> command, Map<String, String> environment, byte[] input, Duration longest)
            throws InterruptedException {
        Process process;
        try {
            var builder =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Illegal: a character 0 within an argument; out of bounds: no program at all.
            return new Ended(End.ABSENT, -1);
        }
        try {
            // On a thread of its own: who does not read must not hold this one.
            NamedThreads.virtual("notice-input", () -> write(process, input)).start();
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Ended(End.KILLED, -1);
            }
            int status = process.exitValue();
            return new Ended(status == 0 ? End.WELL : End.BADLY, status);
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    private static void write(Process process, byte[] input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException e) {
            // It did not want it.
        }
    }
}
