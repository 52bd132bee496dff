package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Watch;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.postgres.PostgresHistory;
import dev.linkscope.store.postgres.PostgresLeases;
import dev.linkscope.store.postgres.PostgresServer;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * The same work in a file and in a PostgreSQL server on this computer whose every commit is on its
 * disk; and what renewing leases costs.
 */
@Tag("bench")
@Timeout(600)
class SharedStoreBench {
    private static final int COUNT = 360 * 100;
    private static final int PRINTERS = 200;
    private static final int ROUNDS = 180;

    @TempDir Path folder;

    @Test
    void fileAndServer() throws Exception {
        try (PostgresServer server = server()) {
            BenchReport report = null;
            for (int round = 0; round < 2; round++) {
                report = new BenchReport("A shared history", "", "outcomes/s", "outcomes/CPU s");
                String file = folder.resolve("history" + round + ".db").toString();
                try (OutcomeStore store = SqliteHistory.open(Path.of(file), Made.TIME).store()) {
                    measure(report, "SQLite", store);
                }
                String address = server.address(server.newSchema());
                try (OutcomeStore store =
                        PostgresHistory.open(address, Map.of(), Made.TIME).store()) {
                    measure(report, "PostgreSQL", store);
                }
            }
            if (report != null) {
                report.write();
            }
            leases(server);
        }
    }

    private static PostgresServer server() {
        try {
            return PostgresServer.started(true);
        } catch (TestAbortedException e) {
            BenchRun.CURRENT.leftOut("a shared history", "PostgreSQL is not installed.");
            throw e;
        }
    }

    private static void measure(BenchReport report, String name, OutcomeStore store) {
        List<Outcome> outcomes = Made.outcomes(1, COUNT);
        var printer = PrinterId.random();
        Made.announce(store, printer, "one");
        store.flush();
        var watch = Watch.start();
        for (int i = 0; i < COUNT; i += 50) {
            store.append("one", outcomes.subList(i, i + 50));
        }
        store.flush();
        row(report, name + ", one run, with compression", watch, COUNT);
        watch = Watch.start();
        assertThat(Made.readAll(store, printer)).hasSize(COUNT);
        row(report, name + ", reading all", watch, COUNT);

        for (int i = 0; i < PRINTERS; i++) {
            Made.announce(store, PrinterId.random(), "run-" + i);
        }
        store.flush();
        watch = Watch.start();
        for (int n = 0; n < ROUNDS; n++) {
            for (int i = 0; i < PRINTERS; i++) {
                store.append("run-" + i, List.of(outcomes.get(n)));
            }
        }
        store.flush();
        row(report, name + ", 200 runs in turn", watch, ROUNDS * PRINTERS);
    }

    private static void row(BenchReport report, String what, Watch watch, int count) {
        report.row(
                what,
                BenchReport.count(count / watch.seconds()),
                BenchReport.count(count / watch.cpuSeconds()));
    }

    private static void leases(PostgresServer server) throws Exception {
        var report = new BenchReport("Renewing leases", "", "ms a renewal");
        String address = server.address(server.newSchema());
        Set<PrinterId> wanted = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            wanted.add(PrinterId.random());
        }
        var watchers = new ArrayList<PostgresLeases>();
        for (int i = 0; i < 5; i++) {
            watchers.add(PostgresLeases.open(address, Map.of()));
        }
        for (int round = 0; round < 6; round++) {
            for (PostgresLeases watcher : watchers) {
                watcher.renew(wanted);
            }
        }
        var watch = Watch.start();
        for (int round = 0; round < 20; round++) {
            for (PostgresLeases watcher : watchers) {
                assertThat(watcher.renew(wanted)).hasSize(100);
            }
        }
        report.row("500 printers, 5 watchers", BenchReport.number(watch.seconds() * 1_000 / 100));
        report.write();
        watchers.forEach(PostgresLeases::close);
    }
}
