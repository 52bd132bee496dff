package dev.linkscope.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables of a damaged file, read past what is damaged. */
final class DamagedTables {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedTables.class);

    private final Connection connection;

    DamagedTables(Connection connection) {
        this.connection = connection;
    }

    /** Whether it was a history at all. */
    static boolean ours(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA application_id")) {
            return row.next() && row.getInt(1) == SqliteSchema.APPLICATION_ID;
        }
    }

    /** All rows of a table, in the order in which they were written or the newest first. */
    Rows all(String table, boolean newestFirst) {
        return new Rows(table, "rowid", "", List.of(), newestFirst);
    }

    /** Rows of one run, and of one target where it is given, in the order of a number. */
    Rows part(String table, String cursor, long run, @Nullable String target) {
        return target == null
                ? new Rows(table, cursor, "run = ? AND ", List.of(run), false)
                : new Rows(
                        table, cursor, "run = ? AND target = ? AND ", List.of(run, target), false);
    }

    /** Readings of one series, in the order of time. */
    Rows readings(long series) {
        return new Rows("reading", "at_seconds", "series = ? AND ", List.of(series), false);
    }

    /** Probes of runs, as their schedules tell. */
    Set<Probe> probes(Collection<Long> runs) {
        var probes = new LinkedHashSet<Probe>();
        try {
            all("schedule", false)
                    .read(row -> {
                        if (row.of("run", runs) && row.value("target") instanceof String target) {
                            probes.add(new Probe(row.number("run"), target));
                        }
                        return true;
                    });
        } catch (SQLException e) {
            LOG.warn("Not all probes of the damaged history are known", e);
        }
        return probes;
    }

    /** A target of a run. */
    record Probe(long run, String target) {}

    /** Takes a row; false ends the reading. */
    @FunctionalInterface
    interface Taker {
        boolean take(DamagedRow row) throws SQLException;
    }

    /** Rows in the order of a whole number, of which damaged ones are left out. */
    final class Rows {
        /** The longest gap that is looked across; no table has more rows. */
        private static final long FARTHEST = 1L << 32;

        private final String table;
        private final String cursor;
        private final String where;
        private final List<Object> parameters;
        private final boolean down;
        private final List<String> columns = new ArrayList<>();
        private long at;
        private int damaged;
        private boolean ended;

        Rows(String table, String cursor, String where, List<Object> parameters, boolean down) {
            this.table = table;
            this.cursor = cursor;
            this.where = where;
            this.parameters = parameters;
            this.down = down;
        }

        /** Places where something could not be read. */
        int damaged() {
            return damaged;
        }

        /**
         * Hands over what can be read.
         *
         * @throws SQLException if not even the columns are known, or from the taker
         */
        void read(Taker taker) throws SQLException {
            readColumns();
            if (columns.isEmpty()) {
                return;
            }
            at = down ? highest() : 0;
            while (!ended && readOn(taker)) {
                damaged++;
                acrossTheGap();
            }
        }

        /** An older version lacks some tables and columns. */
        private void readColumns() throws SQLException {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT name FROM pragma_table_info(?)")) {
                select.setString(1, table);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        columns.add(row.getString(1));
                    }
                }
            }
        }

        /** Where to begin from above, if that end can be read, else far beyond it. */
        private long highest() {
            try (var statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT MAX(" + cursor + ") FROM " + table)) {
                return row.next() ? row.getLong(1) : 0;
            } catch (SQLException _) {
                return FARTHEST;
            }
        }

        /** Reads until the end or the next damage; whether it was damage. */
        private boolean readOn(Taker taker) throws SQLException {
            try (Page page = new Page()) {
                DamagedRow row = page.next();
                while (row != null && taker.take(row)) {
                    row = page.next();
                }
                return false;
            } catch (DamagedPageException _) {
                return true;
            }
        }

        /** Goes on behind what is damaged: farther and farther, then back to its edge. */
        private void acrossTheGap() {
            long bad = at;
            long step = 1;
            while (step <= FARTHEST && !readable(down ? bad - step : bad + step)) {
                step *= 2;
            }
            if (step > FARTHEST || (down && bad - step < 0)) {
                ended = true;
                return;
            }
            long low = step / 2;
            long high = step;
            while (high - low > 1) {
                long middle = (low + high) >>> 1;
                if (readable(down ? bad - middle : bad + middle)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            at = down ? bad - high : bad + high;
        }

        private boolean readable(long from) {
            long before = at;
            at = from;
            try (Page page = new Page()) {
                page.next();
                return true;
            } catch (DamagedPageException _) {
                return false;
            } finally {
                at = before;
            }
        }

        /** Rows from {@link #at} on. */
        private final class Page implements AutoCloseable {
            private final PreparedStatement select;
            private final ResultSet rows;

            Page() throws DamagedPageException {
                try {
                    select = connection.prepareStatement(sql());
                    int index = 1;
                    for (Object parameter : parameters) {
                        select.setObject(index++, parameter);
                    }
                    select.setLong(index, at);
                    rows = select.executeQuery();
                } catch (SQLException e) {
                    throw new DamagedPageException(e);
                }
            }

            private String sql() {
                return "SELECT "
                        + cursor
                        + ", "
                        + String.join(", ", columns)
                        + " FROM "
                        + table
                        + " WHERE "
                        + where
                        + cursor
                        + (down ? " <= ? ORDER BY " : " >= ? ORDER BY ")
                        + cursor
                        + (down ? " DESC" : "");
            }

            /** The next row; null at the end. */
            @Nullable DamagedRow next() throws DamagedPageException {
                try {
                    if (!rows.next()) {
                        return null;
                    }
                    long number = rows.getLong(1);
                    if (down ? number > at : number < at) {
                        throw new DamagedPageException(null);
                    }
                    var values = new ArrayList<@Nullable Object>();
                    for (int i = 0; i < columns.size(); i++) {
                        values.add(rows.getObject(i + 2));
                    }
                    at = down ? number - 1 : number + 1;
                    return new DamagedRow(columns, values);
                } catch (SQLException e) {
                    throw new DamagedPageException(e);
                }
            }

            @Override
            public void close() {
                try {
                    rows.close();
                    select.close();
                } catch (SQLException e) {
                    LOG.debug("A damaged page did not close cleanly", e);
                }
            }
        }
    }

    /** Something could not be read. */
    private static final class DamagedPageException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedPageException(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
