package dev.linkscope.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.store.JdbcOutcomeStore;
import dev.linkscope.store.Made;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class DiskTroubleTest {
    private static final int CAPACITY = 5_000;

    @TempDir Path folder;
    private final PrinterId printer = PrinterId.random();
    private final AtomicBoolean damageNoted = new AtomicBoolean();

    private SqliteDatabase database() throws SQLException {
        return SqliteDatabase.file(folder.resolve("history.db"), () -> damageNoted.set(true));
    }

    private JdbcOutcomeStore store(SqliteDatabase database) throws Exception {
        database.write(SqliteSchema::migrate);
        return new JdbcOutcomeStore(database, Made.TIME, CAPACITY);
    }

    /** SQLite answers as with a full disk once the file has that many pages. */
    private static void limitPages(SqliteDatabase database, long pages) throws SQLException {
        database.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("PRAGMA max_page_count = " + pages);
            }
        });
    }

    @Test
    void aFullDiskIsToldAndSavingGoesOnAfterwards() throws Exception {
        SqliteDatabase database = database();
        try (var store = store(database)) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 500));
            store.flush();
            assertThat(store.problem()).isNull();
            limitPages(database, 1);

            store.append("r", Made.outcomes(501, 3_000));
            store.flush();
            await().until(() -> store.problem() != null);
            assertThat(store.problem()).isEqualTo(Statement.of("store.full", "history.db"));
            long before = store.committedSequence("r");
            assertThat(before).isBetween(500L, 2_999L);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, before));

            limitPages(database, 1_000_000);
            await().until(() -> store.committedSequence("r") == 3_000);
            await().until(() -> store.problem() == null);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 3_000));
        }
    }

    @Test
    void whatWasLetGoIsAskedForAgain() throws Exception {
        SqliteDatabase database = database();
        long safe;
        try (var store = store(database)) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 500));
            store.flush();
            limitPages(database, 1);
            // Far more than the queue holds; the session is never held up for good.
            for (int n = 500; n < 20_000; n += 50) {
                store.append("r", Made.outcomes(n + 1, n + 50));
            }
            limitPages(database, 1_000_000);
            await().until(() -> store.problem() == null);
            store.flush();
            store.append("r", Made.outcomes(20_001, 20_010));
            store.flush();

            safe = store.committedSequence("r");
            assertThat(safe).isBetween(500L, 500L + CAPACITY + 550);
            assertThat(Made.readAll(store, printer))
                    .containsAll(Made.outcomes(1, safe))
                    .containsAll(Made.outcomes(20_001, 20_010));
        }
        try (var store = store(database())) {
            assertThat(store.committedSequence("r")).isEqualTo(safe);
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(safe + 1, 15_000));
            store.flush();
            assertThat(store.committedSequence("r")).isEqualTo(safe);
            store.append("r", Made.outcomes(15_001, 20_020));
            store.flush();
            assertThat(store.committedSequence("r")).isEqualTo(20_020);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 20_020));
        }
    }

    @Test
    void closingWithAFullDiskEnds() throws Exception {
        SqliteDatabase database = database();
        JdbcOutcomeStore store = store(database);
        Made.announce(store, printer, "r");
        store.flush();
        limitPages(database, 1);
        store.append("r", Made.outcomes(1, 2_000));

        store.close();

        assertThatIllegalStateException().isThrownBy(() -> store.append("r", Made.outcomes(1, 1)));
    }

    @Test
    void anotherProcessThatHoldsTheFileOnlyDelays() throws Exception {
        try (var store = store(database());
                SqliteDatabase other = database()) {
            Made.announce(store, printer, "r");
            store.flush();
            other.write(_ -> {
                store.append("r", Made.outcomes(1, 100));
                // Longer than a group waits, shorter than the busy timeout.
                await().pollDelay(Duration.ofMillis(600)).until(() -> true);
                assertThat(store.committedSequence("r")).isZero();
                return 0;
            });
            await().until(() -> store.committedSequence("r") == 100);
            assertThat(store.problem()).isNull();
        }
    }

    @Test
    void aWriteThatCannotSucceedDoesNotStopTheOthers() throws Exception {
        SqliteDatabase database = database();
        try (var store = store(database)) {
            Made.announce(store, printer, "r");
            Made.announce(store, printer, "gone");
            store.flush();
            database.write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate(
                            "CREATE TRIGGER no BEFORE INSERT ON outcome WHEN NEW.seq = 77"
                                    + " BEGIN SELECT RAISE(ABORT, 'never'); END");
                }
            });
            store.append("r", Made.outcomes(1, 10));
            store.append("gone", Made.outcomes(70, 80));
            store.append("r", Made.outcomes(11, 20));
            store.flush();

            await().until(() -> store.committedSequence("r") == 20);
            assertThat(store.committedSequence("gone")).isZero();
        }
    }
}
