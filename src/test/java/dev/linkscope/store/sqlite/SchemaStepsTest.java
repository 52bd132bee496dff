package dev.linkscope.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.Made;
import dev.linkscope.store.MadeFixes;
import dev.linkscope.store.Raw;
import dev.linkscope.store.Resummed;
import dev.linkscope.store.StoreOpened;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of older versions. */
class SchemaStepsTest {
    @TempDir Path folder;
    private final PrinterId printer = PrinterId.random();

    private OutcomeStore open() {
        return SqliteHistory.open(folder.resolve("history.db"), Made.TIME).store();
    }

    @Test
    void aHistoryOfTheFirstVersionGoesOn() throws Exception {
        try (OutcomeStore store = open()) {
            Made.announce(store, printer, "old");
            store.append("old", List.of(Made.outcome(1), Made.outcome(2)));
        }
        String url = "jdbc:sqlite:" + folder.resolve("history.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            dropBook(statement);
            dropFixes(statement);
            statement.execute("DROP TABLE lost");
            statement.execute("ALTER TABLE run DROP COLUMN process_id");
            statement.execute("PRAGMA user_version = 1");
        }
        try (OutcomeStore store = open()) {
            OutcomeStore.LastRun last = store.latest(printer).orElseThrow();
            assertThat(last.run().runId()).isEqualTo("old");
            assertThat(last.run().processId()).isEmpty();
            assertThat(last.sequence()).isEqualTo(2);

            var hour = new AgentFrame.LostHour("server", 3, 10, 4, 1);
            store.lost("old", new AgentFrame.Lost(3, 20, List.of(hour)));
            store.lost("old", new AgentFrame.Lost(50, 60, List.of()));
            store.lost("old", new AgentFrame.Lost(3, 30, List.of(hour)));
            store.flush();
            assertThat(store.lost("old"))
                    .containsExactly(
                            new AgentFrame.Lost(3, 30, List.of(hour)),
                            new AgentFrame.Lost(50, 60, List.of()));
            assertThat(store.lost("other")).isEmpty();
            assertThat(store.latest(PrinterId.random())).isEmpty();
        }
    }

    @Test
    void aHistoryOfTheSecondVersionKeepsWhatIsTried() throws Exception {
        try (OutcomeStore store = open()) {
            Made.announce(store, printer, "old");
            store.append("old", List.of(Made.outcome(1), Made.outcome(2)));
        }
        String url = "jdbc:sqlite:" + folder.resolve("history.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            dropBook(statement);
            dropFixes(statement);
            statement.execute("PRAGMA user_version = 2");
        }
        StoreOpened opened = SqliteHistory.open(folder.resolve("history.db"), Made.TIME);
        try (OutcomeStore store = opened.store()) {
            assertThat(opened.movedAside()).isNull();
            assertThat(Made.readAll(store, printer)).hasSize(2);
            opened.fixes().save(MadeFixes.fixCase("c", 0));
            assertThat(opened.fixes().cases()).containsExactly(MadeFixes.fixCase("c", 0));
            assertThat(Raw.number(folder.resolve("history.db"), "PRAGMA user_version"))
                    .isEqualTo(5);
        }
    }

    @Test
    void aHistoryOfTheThirdVersionIsSummedUp() throws Exception {
        try (OutcomeStore store = open()) {
            Made.announce(store, printer, "old");
            store.append("old", Made.outcomes(1, 1_000));
        }
        open().close();
        String url = "jdbc:sqlite:" + folder.resolve("history.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            dropBook(statement);
            statement.execute("PRAGMA user_version = 3");
        }
        StoreOpened opened = SqliteHistory.open(folder.resolve("history.db"), Made.TIME);
        try (OutcomeStore store = opened.store()) {
            assertThat(opened.movedAside()).isNull();
            Duration minute = Duration.ofMinutes(1);
            assertThat(
                            opened.book()
                                    .rollups(
                                            printer, Made.TARGET, minute, Instant.MIN, Instant.MAX))
                    .isEqualTo(Resummed.of(store, printer, minute))
                    .hasSize(167);
        }
    }

    @Test
    void aHistoryOfTheFourthVersionKeepsReadings() throws Exception {
        try (OutcomeStore store = open()) {
            Made.announce(store, printer, "old");
            store.append("old", Made.outcomes(1, 10));
        }
        String url = "jdbc:sqlite:" + folder.resolve("history.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            dropReadings(statement);
            statement.execute("PRAGMA user_version = 4");
        }
        StoreOpened opened = SqliteHistory.open(folder.resolve("history.db"), Made.TIME);
        try (OutcomeStore store = opened.store()) {
            assertThat(opened.movedAside()).isNull();
            assertThat(Made.readAll(store, printer)).hasSize(10);
            store.fact(printer, Fact.known("wifi.signal", "-60", "dBm"), Made.START);
            store.flush();
            assertThat(store.readings(printer, Set.of(), Instant.MIN, Instant.MAX)).hasSize(1);
        }
    }

    private static void dropReadings(Statement statement) throws SQLException {
        statement.execute("DROP TABLE reading");
        statement.execute("DROP TABLE series");
    }

    private static void dropBook(Statement statement) throws SQLException {
        dropReadings(statement);
        for (String table : List.of("rollup", "finding_span", "note")) {
            statement.execute("DROP TABLE " + table);
        }
        statement.execute("ALTER TABLE run DROP COLUMN forgotten_seq");
    }

    private static void dropFixes(Statement statement) throws SQLException {
        for (String table :
                List.of("said", "change", "argument", "entry", "away", "trial", "case")) {
            statement.execute("DROP TABLE fix_" + table);
        }
    }
}
