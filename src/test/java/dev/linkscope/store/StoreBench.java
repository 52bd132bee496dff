package dev.linkscope.store;

import static dev.linkscope.bench.result.Ratio.Better.LESS;
import static dev.linkscope.bench.result.Ratio.Better.MORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Watch;
import dev.linkscope.bench.result.Peer;
import dev.linkscope.bench.result.Ratio;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How fast the history writes and reads, and how large it gets, beside plain inserts. */
@Tag("bench")
@Timeout(600)
class StoreBench {
    private static final int COUNT = 360 * 500;

    private static final String PLAIN = "plain SQLite inserts";

    /** Outcomes a second, and bytes of one. */
    private record Stored(double aSecond, double aCpuSecond, double bytes) {}

    @TempDir Path folder;
    private BenchReport report = table();

    @Test
    void writingAndReading() throws Exception {
        List<Outcome> outcomes = Made.outcomes(1, COUNT);
        Stored plain = null;
        Stored ours = null;
        for (int round = 0; round < 2; round++) {
            report = table();
            plain = rawInserts(outcomes, folder.resolve("raw" + round + ".db"));
            ours = oneRun(outcomes, folder.resolve("one" + round + ".db"));
            manyRuns(outcomes, folder.resolve("many" + round + ".db"));
            codec(outcomes);
        }
        report.write();
        BenchRun.CURRENT.add(new Peer(PLAIN, version()));
        compare("outcomes stored a CPU second", "", ours.aCpuSecond(), plain.aCpuSecond(), MORE);
        compare("outcomes stored a second", "", ours.aSecond(), plain.aSecond(), MORE);
        compare("an outcome whose hour is over", "bytes", ours.bytes(), plain.bytes(), LESS);
    }

    private static void compare(
            String figure, String unit, double ours, double theirs, Ratio.Better better) {
        BenchRun.CURRENT.add(new Ratio(figure, unit, ours, PLAIN, theirs, better));
    }

    private static String version() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private Stored rawInserts(List<Outcome> outcomes, Path file) throws Exception {
        SqliteHistory.open(file, Made.TIME).store().close();
        var start = Watch.start();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("PRAGMA synchronous = NORMAL");
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(OutcomeTable.INSERT)) {
                int waiting = 0;
                for (Outcome outcome : outcomes) {
                    OutcomeTable.bind(insert, 1, outcome);
                    insert.executeUpdate();
                    if (++waiting % JdbcOutcomeStore.GROUP == 0) {
                        connection.commit();
                    }
                }
            }
            connection.commit();
        }
        return add("plain inserts, commit every 500", start, Files.size(file));
    }

    private Stored oneRun(List<Outcome> outcomes, Path file) throws Exception {
        var printer = PrinterId.random();
        try (var store = SqliteHistory.open(file, Made.TIME).store()) {
            Made.announce(store, printer, "r");
            var start = Watch.start();
            for (int i = 0; i < COUNT; i += 50) {
                store.append("r", outcomes.subList(i, i + 50));
            }
            store.flush();
            Stored stored = add("store, one run, with compression", start, -1);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> Raw.number(file, "SELECT COUNT(*) FROM outcome") <= 360);
            add("until all hours are compressed", start, -1);
            Raw.execute(file, "PRAGMA wal_checkpoint(TRUNCATE)");
            long chunks = Raw.number(file, "SELECT SUM(LENGTH(data)) FROM chunk");
            report.row(
                    "compressed hours alone", "", "", BenchReport.number(chunks / (double) COUNT));
            start = Watch.start();
            assertThat(Made.readAll(store, printer)).hasSize(COUNT);
            add("reading all", start, -1);
            start = Watch.start();
            Instant from = Made.START.plus(Duration.ofHours(100));
            int day =
                    store.read(printer, Made.TARGET, from, from.plus(Duration.ofDays(1)))
                            .getFirst()
                            .outcomes()
                            .size();
            add("reading a day", start, day, -1);
            return new Stored(stored.aSecond(), stored.aCpuSecond(), chunks / (double) COUNT);
        }
    }

    /** 200 printers in turn, one outcome a call, all in their open hour. */
    private void manyRuns(List<Outcome> outcomes, Path file) throws Exception {
        var runs = new ArrayList<String>();
        try (var store = SqliteHistory.open(file, Made.TIME).store()) {
            for (int i = 0; i < 200; i++) {
                runs.add("run-" + i);
                Made.announce(store, PrinterId.random(), runs.get(i));
            }
            store.flush();
            var start = Watch.start();
            int appended = 0;
            for (int n = 0; n < 360; n++) {
                List<Outcome> one = List.of(outcomes.get(n));
                for (String run : runs) {
                    store.append(run, one);
                    appended++;
                }
            }
            store.flush();
            add("store, 200 runs in turn, all rows open", start, appended, -1);
            Raw.execute(file, "PRAGMA wal_checkpoint(TRUNCATE)");
            report.row(
                    "the file", "", "", BenchReport.number(Files.size(file) / (double) appended));
        }
    }

    private void codec(List<Outcome> outcomes) throws Exception {
        var start = Watch.start();
        var chunks = new ArrayList<byte[]>();
        for (int i = 0; i < COUNT; i += 360) {
            chunks.add(ChunkCodec.encode(outcomes.subList(i, i + 360)));
        }
        add("codec, encoding hours", start, chunks.stream().mapToLong(c -> c.length).sum());
        start = Watch.start();
        for (byte[] chunk : chunks) {
            assertThat(ChunkCodec.decode(Made.TARGET, chunk)).hasSize(360);
        }
        add("codec, decoding hours", start, -1);
    }

    private Stored add(String what, Watch watch, long bytes) {
        return add(what, watch, COUNT, bytes);
    }

    private Stored add(String what, Watch watch, int count, long bytes) {
        var stored =
                new Stored(
                        count / watch.seconds(),
                        count / watch.cpuSeconds(),
                        bytes / (double) count);
        report.row(
                what,
                BenchReport.count(stored.aSecond()),
                BenchReport.count(stored.aCpuSecond()),
                bytes < 0 ? "" : BenchReport.number(stored.bytes()));
        return stored;
    }

    private static BenchReport table() {
        return new BenchReport("The history", "", "outcomes/s", "outcomes/CPU s", "bytes each");
    }
}
