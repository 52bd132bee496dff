package dev.linkscope.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.store.KillLoop;
import dev.linkscope.store.Made;
import dev.linkscope.store.StoreOpened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CrashTest {
    private static final int KILLS = 2;

    @TempDir Path folder;
    private final PrinterId printer = PrinterId.random();

    @Test
    void aCopyOfTheOpenFilesHoldsEverythingCommitted() throws IOException {
        Path file = folder.resolve("history.db");
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (var store = SqliteHistory.open(file, Made.TIME).store()) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 1_234));
            // Nobody flushes: the group commits by itself.
            await().until(() -> store.committedSequence("r") == 1_234);
            for (String ending : new String[] {"", "-wal"}) {
                Files.copy(
                        folder.resolve("history.db" + ending), copy.resolve("history.db" + ending));
            }
        }
        try (var store = SqliteHistory.open(copy.resolve("history.db"), Made.TIME).store()) {
            assertThat(store.committedSequence("r")).isEqualTo(1_234);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 1_234));
        }
    }

    @Test
    void tenKillsLoseNothingAndTheSumsAreRight() throws Exception {
        new KillRounds(folder.resolve("history.db")).run(10, 60);
    }

    @Test
    void aKilledProcessLosesNothingThatItWasToldIsCommitted() throws Exception {
        Path file = folder.resolve("history.db");
        long last = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long told = KillLoop.writeAndKill(file.toString(), printer, kill * 7);
            StoreOpened opened = SqliteHistory.open(file, Made.TIME);
            try (var store = opened.store()) {
                assertThat(opened.movedAside()).isNull();
                long committed = store.committedSequence("r");
                assertThat(committed).isGreaterThanOrEqualTo(told).isGreaterThan(last);
                assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, committed));
                last = committed;
            }
        }
    }
}
