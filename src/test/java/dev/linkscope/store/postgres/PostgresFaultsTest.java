package dev.linkscope.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.WatchLeases.LeaseException;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.JdbcOutcomeStore;
import dev.linkscope.store.KillLoop;
import dev.linkscope.store.Made;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a database far away does to a history. */
@Timeout(90)
class PostgresFaultsTest {
    private static final int CAPACITY = 5_000;

    private final PrinterId printer = PrinterId.random();
    private static PostgresServer server;

    private final String schema = server.newSchema();

    @BeforeAll
    static void start() {
        server = PostgresServer.started(true);
    }

    @AfterAll
    static void stop() {
        // Null where PostgreSQL is not installed.
        if (server != null) {
            server.close();
        }
    }

    private PostgresLogin login() {
        return new PostgresLogin(PostgresAddress.parse(server.address(schema)), Map.of());
    }

    private OutcomeStore store() {
        PostgresLogin login = login();
        PostgresHistory.prepare(login, PostgresSchema.HISTORY);
        return new JdbcOutcomeStore(new PostgresDatabase(login), Made.TIME, CAPACITY);
    }

    @Test
    void whileTheServerIsAwayResultsWaitAndNoneIsLostOrDoubled() throws Exception {
        try (OutcomeStore store = store()) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 500));
            store.flush();
            assertThat(store.problem()).isNull();

            server.crash();
            store.append("r", Made.outcomes(501, 3_000));
            await().until(() -> store.problem() != null);
            String shown = PostgresAddress.parse(server.address(schema)).name();
            assertThat(store.problem()).isEqualTo(Statement.of("store.away", shown));
            // What was committed stays so: the agent is not asked for a day of results again.
            assertThat(store.committedSequence("r")).isEqualTo(500);

            server.start();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> store.committedSequence("r") == 3_000);
            await().until(() -> store.problem() == null);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 3_000));
        }
    }

    @Test
    void whatWasLetGoMeanwhileIsAskedForAgain() throws Exception {
        try (OutcomeStore store = store()) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 500));
            store.flush();
            server.crash();
            for (int n = 500; n < 20_000; n += 50) {
                store.append("r", Made.outcomes(n + 1, n + 50));
            }
            server.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> store.problem() == null);
            store.flush();
            long safe = store.committedSequence("r");
            assertThat(safe).isBetween(500L, 500L + CAPACITY + 550);

            store.append("r", Made.outcomes(safe + 1, 20_000));
            store.flush();
            await().until(() -> store.committedSequence("r") == 20_000);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 20_000));
        }
    }

    @Test
    void connectionsThatAreCutAgainAndAgainLoseNothing() throws Exception {
        try (OutcomeStore store = store()) {
            Made.announce(store, printer, "r");
            store.flush();
            Thread cutting = NamedThreads.platform("cutting", this::cutConnections);
            cutting.start();
            for (int n = 0; n < 4_800; n += 20) {
                store.append("r", Made.outcomes(n + 1, n + 20));
                if (n % 400 == 0) {
                    assertThat(store.committedSequence("r")).isBetween(0L, n + 20L);
                }
            }
            cutting.join();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> store.committedSequence("r") == 4_800);
            await().until(() -> store.problem() == null);
            // Who reads waits a moment, too, before it connects again.
            await().ignoreExceptionsInstanceOf(HistoryException.class)
                    .untilAsserted(() ->
                            assertThat(Made.readAll(store, printer))
                                    .isEqualTo(Made.outcomes(1, 4_800)));
        }
    }

    private void cutConnections() {
        for (int i = 0; i < 15; i++) {
            server.number(
                    schema,
                    "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity"
                            + " WHERE application_name = 'linkscope'");
        }
    }

    @Test
    void aKilledProgramAndAKilledServerKeepWhatWasToldToBeCommitted() throws Exception {
        store().close();
        long told = KillLoop.writeAndKill(server.address(schema), printer, 8);
        server.kill();
        server.start();
        try (OutcomeStore store = store()) {
            long committed = store.committedSequence("r");
            assertThat(committed).isGreaterThanOrEqualTo(told).isPositive();
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, committed));
        }
    }

    @Test
    void leasesAreToldToBeAwayAndComeBack() throws Exception {
        Set<PrinterId> wanted = Set.of(printer, PrinterId.random());
        try (var leases = new PostgresLeases(login(), 20)) {
            assertThat(leases.renew(wanted)).isEqualTo(wanted);
            server.crash();
            assertThatExceptionOfType(LeaseException.class).isThrownBy(() -> leases.renew(wanted));
            server.start();
            await().ignoreExceptionsInstanceOf(LeaseException.class)
                    .until(() -> leases.renew(wanted).equals(wanted));
        }
    }
}
