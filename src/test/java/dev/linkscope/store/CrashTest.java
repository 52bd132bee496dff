package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.PrinterId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CrashTest {
    private static final int KILLS = 4;

    @TempDir Path folder;
    private final PrinterId printer = PrinterId.random();

    @Test
    void aCopyOfTheOpenFilesHoldsEverythingCommitted() throws IOException {
        Path file = folder.resolve("history.db");
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (var store = SqliteOutcomeStore.open(file, Made.TIME).store()) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 1_234));
            // Nobody flushes: the group commits by itself.
            await().until(() -> store.committedSequence("r") == 1_234);
            for (String ending : new String[] {"", "-wal"}) {
                Files.copy(
                        folder.resolve("history.db" + ending), copy.resolve("history.db" + ending));
            }
        }
        try (var store = SqliteOutcomeStore.open(copy.resolve("history.db"), Made.TIME).store()) {
            assertThat(store.committedSequence("r")).isEqualTo(1_234);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 1_234));
        }
    }

    @Test
    void aKilledProcessLosesNothingThatItWasToldIsCommitted() throws Exception {
        Path file = folder.resolve("history.db");
        long last = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long told = writeAndKill(file, kill * 7);
            StoreOpened opened = SqliteOutcomeStore.open(file, Made.TIME);
            try (var store = opened.store()) {
                assertThat(opened.movedAside()).isNull();
                long committed = store.committedSequence("r");
                assertThat(committed).isGreaterThanOrEqualTo(told).isGreaterThan(last);
                assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, committed));
                last = committed;
            }
        }
    }

    /** Kills a writing process after some lines; the last sequence that it was told. */
    private long writeAndKill(Path file, int lines) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KillLoop.class.getName(),
                                file.toString(),
                                printer.toString(),
                                "r")
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
            process.destroyForcibly(); // SIGKILL where there is one
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        return told;
    }
}
