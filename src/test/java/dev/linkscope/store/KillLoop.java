package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.postgres.PostgresHistory;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A process that writes without end and prints what it was told is committed. */
public final class KillLoop {
    private KillLoop() {}

    /** Arguments: the file or the address, the printer, the run. */
    public static void main(String[] args) throws InterruptedException {
        var printer = new PrinterId(UUID.fromString(args[1]));
        OutcomeStore store =
                (PostgresHistory.isAddress(args[0])
                                ? PostgresHistory.open(args[0], System.getenv(), Made.TIME)
                                : SqliteHistory.open(Path.of(args[0]), Made.TIME))
                        .store();
        Made.announce(store, printer, args[2]);
        long before = store.committedSequence(args[2]);
        long next = before + 1;
        long end = next + 200_000;
        while (next < end) {
            store.append(args[2], Made.outcomes(next, next + 49));
            next += 50;
            long committed = store.committedSequence(args[2]);
            if (committed > before) {
                System.out.println(committed);
            }
            Thread.sleep(1);
        }
    }

    /** Kills a writing process after some lines; the last sequence that it was told. */
    public static long writeAndKill(String history, PrinterId printer, int lines) throws Exception {
        return writeAndKill(history, printer, "r", lines, 0);
    }

    /**
     * Kills a process that writes a run some lines and milliseconds after it began to; the last
     * sequence that it was told.
     */
    public static long writeAndKill(
            String history, PrinterId printer, String run, int lines, int millis) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KillLoop.class.getName(),
                                history,
                                printer.toString(),
                                run)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long told = 0;
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                String line = out.readLine();
                if (line == null) {
                    throw new IllegalStateException("the process ended by itself");
                }
                told = Long.parseLong(line);
            }
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            while (System.nanoTime() < end) {
                told = Math.max(told, Long.parseLong(out.readLine()));
            }
            process.destroyForcibly(); // SIGKILL where there is one
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        return told;
    }
}
