package dev.linkscope.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.i18n.Messages;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.JdbcOutcomeStore;
import dev.linkscope.store.Made;
import dev.linkscope.support.NamedThreads;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PostgresHistoryTest {
    private static final String CANARY = "canary-7f3b";

    @TempDir Path folder;
    private final PostgresServer server = PostgresServer.shared();
    private final String schema = server.newSchema();
    private final PrinterId printer = PrinterId.random();

    @AfterEach
    void drop() {
        server.drop(schema);
    }

    private OutcomeStore open() {
        return PostgresHistory.open(server.address(schema), Map.of(), Made.TIME).store();
    }

    private PostgresLogin login() {
        return new PostgresLogin(PostgresAddress.parse(server.address(schema)), Map.of());
    }

    @Test
    void manyMayBeginAtOnce() throws InterruptedException {
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            threads.add(
                    NamedThreads.platform(
                            "opening-" + i,
                            () -> {
                                try {
                                    open().close();
                                    new PostgresLeases(login(), 20).close();
                                } catch (RuntimeException e) {
                                    failures.add(e);
                                }
                            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aNewerHistoryIsLeftAsItIs() {
        open().close();
        server.execute(schema, "UPDATE linkscope_schema SET version = 99");

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.problem().key()).isEqualTo("store.too_new"));
    }

    @Test
    void tablesOfAnotherProgramAreNotTouched() {
        server.execute(schema, "CREATE TABLE run (recipe TEXT)");

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.problem().key()).isEqualTo("store.foreign"));
        assertThat(
                        server.number(
                                schema,
                                "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()"))
                .isEqualTo(1);
    }

    @Test
    void transactionsThatCollideAreRunAgain() throws Exception {
        server.execute(schema, "CREATE TABLE counter (n BIGINT)");
        server.execute(schema, "INSERT INTO counter VALUES (0)");
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(NamedThreads.platform("counting-" + i, this::countTo25));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(server.number(schema, "SELECT n FROM counter")).isEqualTo(100);
    }

    private void countTo25() {
        try (var lane = new PostgresLane(login(), PostgresLogin.Use.WRITE)) {
            for (int i = 0; i < 25; i++) {
                lane.run(connection -> {
                    try (var statement = connection.createStatement();
                            var row = statement.executeQuery("SELECT n FROM counter")) {
                        row.next();
                        long next = row.getLong(1) + 1;
                        return statement.executeUpdate("UPDATE counter SET n = " + next);
                    }
                });
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWriteThatCannotSucceedDoesNotStopTheOthers() {
        try (OutcomeStore store = open()) {
            Made.announce(store, printer, "r");
            Made.announce(store, printer, "gone");
            store.flush();
            server.execute(schema, "ALTER TABLE outcome ADD CONSTRAINT no CHECK (seq <> 77)");
            store.append("r", Made.outcomes(1, 10));
            store.append("gone", Made.outcomes(70, 80));
            store.append("r", Made.outcomes(11, 20));
            store.flush();

            await().until(() -> store.committedSequence("r") == 20);
            assertThat(store.committedSequence("gone")).isZero();
        }
    }

    /** A window that opens the history must not compress the hour that a watcher is writing. */
    @Test
    void theOpenHourOfAnotherProgramIsLeftToIt() {
        var now = new AtomicReference<Instant>(Made.START);
        try (OutcomeStore watcher = open()) {
            Made.announce(watcher, printer, "r");
            watcher.append("r", Made.outcomes(1, 400));
            watcher.flush();
            try (var window = new JdbcOutcomeStore(new PostgresDatabase(login()), now::get)) {
                await().until(() -> count("chunk") == 1);
                await().until(() -> count("outcome") <= 40 + 360);
                Made.readAll(window, printer);
                assertThat(count("outcome")).isGreaterThanOrEqualTo(40);
                // Silent for an hour, it has ended.
                now.set(Made.START.plusSeconds(3_700));
                await().until(() -> count("outcome") == 0);
                assertThat(Made.readAll(window, printer)).isEqualTo(Made.outcomes(1, 400));
            }
        }
    }

    private long count(String table) {
        return server.number(schema, "SELECT COUNT(*) FROM " + table);
    }

    @Test
    void thePasswordIsFoundAndNeverTold() throws Exception {
        String user = "secretive_" + schema;
        server.execute(schema, "CREATE ROLE " + user + " LOGIN PASSWORD '" + CANARY + "'");
        server.execute(schema, "GRANT ALL ON SCHEMA " + schema + " TO " + user);
        server.demandPassword(user);
        String address = server.address(user, schema);
        Path right =
                Files.createFile(
                        folder.resolve("password"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(right, CANARY + "\n");
        Path wrong = Files.writeString(folder.resolve("wrong"), CANARY + "-wrong");

        await().untilAsserted(() -> assertRefused(address, Map.of("PGPASSWORD", CANARY + "x")));
        assertRefused(address, Map.of("PGPASSFILE", "/dev/null"));
        assertRefused(address, Map.of(PostgresLogin.PASSWORD_FILE, wrong.toString()));
        assertRefused(address, Map.of(PostgresLogin.PASSWORD_FILE, folder + "/missing"));
        PostgresHistory.open(address, Map.of("PGPASSWORD", CANARY), Made.TIME).store().close();
        PostgresHistory.open(
                        address, Map.of(PostgresLogin.PASSWORD_FILE, right.toString()), Made.TIME)
                .store()
                .close();
        assertThat(
                        new PostgresLogin(
                                        PostgresAddress.parse(address),
                                        Map.of("PGPASSWORD", CANARY))
                                .toString())
                .doesNotContain(CANARY);
        server.execute(schema, "DROP OWNED BY " + user);
        server.execute(schema, "DROP ROLE " + user);
    }

    private static void assertRefused(String address, Map<String, String> environment) {
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> PostgresHistory.open(address, environment, Made.TIME))
                .satisfies(e -> {
                    assertThat(e.problem().key()).isEqualTo("store.refused");
                    assertThat(everythingIn(e)).doesNotContain(CANARY);
                });
    }

    private static String everythingIn(HistoryException e) {
        Messages messages = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text + messages.render(e.problem()) + messages.render(e.nextStep());
    }

    @Test
    void anAddressWithAPasswordIsRefusedAndNotRepeated() {
        for (String address :
                List.of(
                        "postgresql://u:" + CANARY + "@host/db",
                        "postgresql://u:a/" + CANARY + "@host/db",
                        "jdbc:postgresql://host/db?password=" + CANARY,
                        "jdbc:postgresql://host/db?user=u&sslpassword=" + CANARY,
                        "jdbc:postgresql://host/db?socketFactory=" + CANARY,
                        "postgresql://host/" + CANARY + " and more",
                        "postgresql://" + CANARY)) {
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(() -> PostgresHistory.open(address, Map.of(), Made.TIME))
                    .satisfies(e -> assertThat(everythingIn(e)).doesNotContain(CANARY));
        }
    }

    @Test
    void addressesAreRead() {
        assertThat(
                        PostgresAddress.parse(
                                "postgres://anna@db.example:5433,db2/farm%20one?sslmode=require"))
                .isEqualTo(
                        new PostgresAddress(
                                "db.example:5433,db2",
                                "farm one",
                                "anna",
                                Map.of("sslmode", "require")));
        assertThat(PostgresAddress.parse("jdbc:postgresql://[::1]:5432/farm?user=anna"))
                .isEqualTo(new PostgresAddress("[::1]:5432", "farm", "anna", Map.of()));
        assertThat(PostgresHistory.isAddress("/home/anna/history.db")).isFalse();
    }

    @Test
    void aServerThatIsNotThereAndADatabaseThatIsNotThereAreTold() {
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() ->
                        PostgresHistory.open("postgresql://127.0.0.1:1/db", Map.of(), Made.TIME))
                .satisfies(e -> assertThat(e.problem().key()).isEqualTo("store.not_there"));
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() ->
                        PostgresHistory.open(
                                server.address(schema).replace("/postgres?", "/nothing?"),
                                Map.of(),
                                Made.TIME))
                .satisfies(e -> assertThat(e.problem().key()).isEqualTo("store.no_database"));
    }
}
