package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutcomeStoreTest extends OutcomeStoreContract {
    @TempDir Path folder;
    private final PrinterId printer = PrinterId.random();

    private Path file() {
        return folder.resolve("data").resolve("history.db");
    }

    @Override
    OutcomeStore openIt() {
        return SqliteHistory.open(file(), Made.TIME).store();
    }

    @Override
    long number(String sql) {
        return Raw.number(file(), sql);
    }

    @Test
    void nobodyElseMayReadTheFiles() throws Exception {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "this file system has no POSIX permissions");
        try (var files = Files.list(file().getParent())) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(path ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(path)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void aHistoryInMemoryLeavesNoFile() {
        try (var memory = SqliteHistory.inMemory(Made.TIME)) {
            Made.announce(memory, printer, "r");
            memory.append("r", Made.outcomes(1, 1_000));
            memory.flush();

            assertThat(Made.readAll(memory, printer)).isEqualTo(Made.outcomes(1, 1_000));
            assertThat(memory.committedSequence("r")).isEqualTo(1_000);
        }
    }
}
