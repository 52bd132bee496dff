package dev.linkscope.store.sqlite;

import dev.linkscope.domain.Statement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Brings what can be read of a damaged file into a new history, row by row: what is small and
 * cannot be measured again first, then results, the newest first, for as long as the start may
 * take. The damaged file is only read.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** The window is waiting; what is left then stays in the damaged file. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int BATCH = 200;

    private final Path broken;
    private final SqliteDatabase into;
    private final Recovered recovered = new Recovered();
    private final Set<Long> runs = new HashSet<>();
    private final Set<Long> series = new HashSet<>();
    private final Set<Long> cases = new HashSet<>();
    private final Set<Long> entries = new HashSet<>();
    private final long begunNanos = System.nanoTime();

    Recovery(Path broken, SqliteDatabase into) {
        this.broken = broken;
        this.into = into;
    }

    /** Brings over what it can; what came of it, for the user. */
    Statement run() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection from = config.createConnection("jdbc:sqlite:" + broken)) {
            if (DamagedTables.ours(from)) {
                tables(new DamagedTables(from));
            }
        } catch (SQLException e) {
            LOG.warn("Nothing more can be read of the damaged history", e);
        }
        return recovered.statement();
    }

    private void tables(DamagedTables from) {
        copy(from, "note", row -> recovered.note());
        copy(from, "run", row -> row.text("run_id") && runs.add(row.number("id")));
        copy(from, "printer_run", row -> row.of("run", runs) && row.id("printer"));
        copy(from, "schedule", row -> row.of("run", runs) && row.text("target"));
        copy(from, "clock", row -> row.of("run", runs));
        copy(from, "fix_case", row -> row.id("printer") && cases.add(row.number("id")));
        copy(from, "fix_trial", row -> row.of("fix_case", cases));
        copy(from, "fix_away", row -> row.of("fix_case", cases));
        copy(
                from,
                "fix_entry",
                row -> {
                    boolean whole = row.id("printer") && entries.add(row.number("id"));
                    return whole && recovered.change();
                });
        for (String part : List.of("fix_argument", "fix_change", "fix_said")) {
            copy(from, part, row -> row.of("entry", entries));
        }
        copy(from, "finding_span", row -> row.id("printer") && row.text("rule"));
        copy(from, "fact", row -> row.id("printer") && row.factStatus());
        copy(
                from,
                "series",
                row -> row.id("printer") && row.text("fact_key") && series.add(row.number("id")));
        copy(from, "lost", row -> row.of("run", runs));
        for (long run : runs) {
            copyPart(from, "outcome", "seq", run, null, row -> row.text("target"));
        }
        copyNewestFirst(from, "chunk", row -> row.of("run", runs) && row.chunk() && hour(row));
        for (long one : series) {
            copy(from.readings(one), "reading", DamagedRow::factStatus);
        }
        for (DamagedTables.Probe probe : from.probes(runs)) {
            copyPart(from, "rollup", "hour", probe.run(), probe.target(), row -> true);
        }
    }

    private boolean hour(DamagedRow row) {
        recovered.hour(row.number("run"), row.number("hour"));
        return true;
    }

    private void copy(DamagedTables from, String table, Check check) {
        copy(from.all(table, false), table, check);
    }

    private void copyNewestFirst(DamagedTables from, String table, Check check) {
        copy(from.all(table, true), table, check);
    }

    private void copyPart(
            DamagedTables from,
            String table,
            String cursor,
            long run,
            @Nullable String target,
            Check check) {
        copy(from.part(table, cursor, run, target), table, check);
    }

    private void copy(DamagedTables.Rows rows, String table, Check check) {
        var batch = new ArrayList<DamagedRow>();
        try {
            rows.read(row -> {
                if (late()) {
                    recovered.stopped();
                    return false;
                }
                if (check.whole(row)) {
                    batch.add(row);
                } else {
                    recovered.damaged();
                }
                if (batch.size() == BATCH) {
                    write(table, batch);
                }
                return true;
            });
            write(table, batch);
            recovered.damaged(rows.damaged());
        } catch (SQLException e) {
            LOG.warn("Nothing more of {} came back from the damaged history", table, e);
            recovered.damaged();
        }
    }

    private boolean late() {
        return System.nanoTime() - begunNanos > LONGEST.toNanos();
    }

    private void write(String table, List<DamagedRow> batch) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        into.write(connection -> {
            try (var insert = connection.prepareStatement(batch.getFirst().insert(table))) {
                for (DamagedRow row : batch) {
                    row.bind(insert);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        batch.clear();
    }

    /** Whether a row is one that this program could have written. */
    @FunctionalInterface
    private interface Check {
        boolean whole(DamagedRow row);
    }
}
