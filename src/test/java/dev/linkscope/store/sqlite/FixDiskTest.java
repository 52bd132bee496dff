package dev.linkscope.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.engine.port.FixStoreException;
import dev.linkscope.i18n.Messages;
import dev.linkscope.store.JdbcFixStore;
import dev.linkscope.store.MadeFixes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ledger and the disk that it is on. */
@Timeout(60)
class FixDiskTest {
    @TempDir Path folder;

    private SqliteDatabase database() throws Exception {
        SqliteDatabase database = SqliteDatabase.file(folder.resolve("history.db"), () -> {});
        database.write(SqliteSchema::migrate);
        return database;
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getInt(1) : -1;
        }
    }

    @Test
    void aFullDiskIsToldAndLeavesTheLedgerAsItWas() throws Exception {
        try (SqliteDatabase database = database()) {
            var fixes = new JdbcFixStore(database);
            fixes.save(MadeFixes.entry("before", 0, EntryState.DONE));
            database.write(connection -> pragma(connection, "max_page_count = 1"));

            FixStoreException e =
                    catchThrowableOfType(
                            FixStoreException.class,
                            () -> {
                                for (int i = 0; i < 500; i++) {
                                    fixes.save(MadeFixes.entry("e" + i, i, EntryState.BEGUN));
                                }
                            });

            assertThat(e).isNotNull();
            assertThat(e.problem().args()).contains(Statement.of("store.full", "history.db"));
            Messages messages = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
            assertThat(messages.render(e.problem()))
                    .contains("nothing more is changed", "disk", "full");
            assertThat(messages.render(e.nextStep())).contains("Free some space", "try again");
            int kept = fixes.ledger().size();
            assertThat(fixes.ledger())
                    .allSatisfy(entry ->
                            assertThat(entry)
                                    .isEqualTo(
                                            MadeFixes.entry(
                                                    entry.id(),
                                                    entry.id().equals("before")
                                                            ? 0
                                                            : Long.parseLong(
                                                                    entry.id().substring(1)),
                                                    entry.state())));

            database.write(connection -> pragma(connection, "max_page_count = 1000000"));
            fixes.save(MadeFixes.entry("after", 900, EntryState.DONE));
            assertThat(fixes.ledger()).hasSize(kept + 1);
        }
    }

    @Test
    void anotherProgramThatHoldsTheFileIsNamed() throws Exception {
        try (SqliteDatabase database = database();
                SqliteDatabase other = database()) {
            other.write(connection -> {
                assertThatExceptionOfType(FixStoreException.class)
                        .isThrownBy(() ->
                                new JdbcFixStore(database)
                                        .save(MadeFixes.entry("e", 0, EntryState.BEGUN)))
                        .satisfies(e ->
                                assertThat(e.problem().args())
                                        .contains(Statement.of("store.busy", "history.db")));
                return connection;
            });
        }
    }

    /** 2 is FULL, 1 is NORMAL (sqlite.org/pragma.html#pragma_synchronous). */
    @Test
    void onlyWhatIsForGoodWaitsForTheDisk() throws Exception {
        try (SqliteDatabase database = database()) {
            assertThat(database.<Integer, SQLException>write(c -> pragma(c, "synchronous")))
                    .isEqualTo(1);
            assertThat(database.<Integer, SQLException>writeForGood(c -> pragma(c, "synchronous")))
                    .isEqualTo(2);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() ->
                            database.writeForGood(_ -> {
                                throw new SQLException("no");
                            }));
            assertThat(database.<Integer, SQLException>write(c -> pragma(c, "synchronous")))
                    .isEqualTo(1);
        }
    }
}
