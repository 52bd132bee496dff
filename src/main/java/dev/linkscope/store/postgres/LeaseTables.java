package dev.linkscope.store.postgres;

import dev.linkscope.store.postgres.FairShare.Lease;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The tables of watchers and leases, inside the caller's transaction. Every moment is the
 * database's: {@code CURRENT_TIMESTAMP} is when the transaction began, which is never later than
 * now, so that no lease is taken too early or lasts longer than its holder counts.
 */
record LeaseTables(Connection connection, String me, double termSeconds) {
    /** Watchers that were silent for so long are forgotten, with their wishes. */
    private static final int FORGOTTEN_SECONDS = 600;

    private static final List<String> TABLES =
            List.of(
                    """
                    CREATE TABLE watch_group (
                      id INTEGER PRIMARY KEY,
                      turn BIGINT NOT NULL,
                      instance TEXT NOT NULL)
                    """,
                    """
                    CREATE TABLE watcher (
                      holder TEXT PRIMARY KEY,
                      seen TIMESTAMP WITH TIME ZONE NOT NULL)
                    """,
                    """
                    CREATE TABLE watcher_wish (
                      holder TEXT NOT NULL,
                      printer TEXT NOT NULL,
                      PRIMARY KEY (holder, printer))
                    """,
                    """
                    CREATE TABLE lease (
                      printer TEXT PRIMARY KEY,
                      holder TEXT NOT NULL,
                      leaving BOOLEAN NOT NULL,
                      until TIMESTAMP WITH TIME ZONE NOT NULL)
                    """);

    /** How a database gets these tables. */
    static final PostgresSchema SCHEMA =
            new PostgresSchema(
                    "leases",
                    1,
                    version -> {
                        var steps = new ArrayList<String>();
                        if (version < 1) {
                            steps.addAll(TABLES);
                            steps.add(
                                    "INSERT INTO watch_group (id, turn, instance) VALUES (1, 0, '"
                                            + UUID.randomUUID()
                                            + "')");
                        }
                        return steps;
                    });

    /** From here to the end of the transaction nobody else changes anything. */
    void takeTurn() throws SQLException {
        update("UPDATE watch_group SET turn = turn + 1 WHERE id = 1");
    }

    /** The id under which all watchers subscribe. */
    String instance() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT instance FROM watch_group")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /**
     * Says that this watcher is alive.
     *
     * @return whether the others knew of it
     */
    boolean seen() throws SQLException {
        if (update("UPDATE watcher SET seen = CURRENT_TIMESTAMP WHERE holder = ?", me) > 0) {
            return true;
        }
        update("INSERT INTO watcher (holder, seen) VALUES (?, CURRENT_TIMESTAMP)", me);
        return false;
    }

    /** Says which printers this watcher would measure. */
    void wish(Collection<String> printers) throws SQLException {
        update("DELETE FROM watcher_wish WHERE holder = ?", me);
        each("INSERT INTO watcher_wish (holder, printer) VALUES (?, ?)", printers);
    }

    /** Forgets watchers that have long been gone. */
    void forget() throws SQLException {
        String gone = "seen < CURRENT_TIMESTAMP - " + FORGOTTEN_SECONDS + " * INTERVAL '1 second'";
        update(
                "DELETE FROM watcher_wish WHERE holder IN"
                        + " (SELECT holder FROM watcher WHERE "
                        + gone
                        + ")");
        update("DELETE FROM watcher WHERE " + gone);
    }

    /** What each watcher that is alive would measure. */
    Map<String, Set<String>> wishes() throws SQLException {
        var wishes = new TreeMap<String, Set<String>>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT watcher.holder, printer FROM watcher"
                                + " LEFT JOIN watcher_wish ON watcher_wish.holder = watcher.holder"
                                + " WHERE seen > CURRENT_TIMESTAMP"
                                + " - CAST(? AS DOUBLE PRECISION) * INTERVAL '1 second'")) {
            select.setDouble(1, termSeconds);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Set<String> wanted =
                            wishes.computeIfAbsent(row.getString(1), _ -> new TreeSet<>());
                    String printer = row.getString(2);
                    if (printer != null) {
                        wanted.add(printer);
                    }
                }
            }
        }
        return wishes;
    }

    /** The leases that hold. */
    Map<String, Lease> leases() throws SQLException {
        var leases = new HashMap<String, Lease>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT printer, holder, leaving FROM lease"
                                        + " WHERE until > CURRENT_TIMESTAMP")) {
            while (row.next()) {
                leases.put(row.getString(1), new Lease(row.getString(2), row.getBoolean(3)));
            }
        }
        return leases;
    }

    /**
     * Renews or takes leases. Whatever was read before, none is taken that somebody else holds.
     *
     * @return those that this watcher holds now
     */
    Set<String> hold(Collection<String> printers) throws SQLException {
        var held = new TreeSet<String>();
        if (printers.isEmpty()) {
            return held;
        }
        List<String> asked = List.copyOf(printers);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO lease (printer, holder, leaving, until) VALUES (?, ?, FALSE,"
                                + " CURRENT_TIMESTAMP"
                                + " + CAST(? AS DOUBLE PRECISION) * INTERVAL '1 second')"
                                + " ON CONFLICT (printer) DO UPDATE SET holder = excluded.holder,"
                                + " leaving = excluded.leaving, until = excluded.until"
                                + " WHERE lease.until <= CURRENT_TIMESTAMP"
                                + " OR lease.holder = excluded.holder")) {
            for (String printer : asked) {
                insert.setString(1, printer);
                insert.setString(2, me);
                insert.setDouble(3, termSeconds);
                insert.addBatch();
            }
            int[] counts = insert.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 1) {
                    held.add(asked.get(i));
                }
            }
        }
        return held;
    }

    /** Marks leases that this watcher is about to give back; they are not renewed. */
    void leave(Collection<String> printers) throws SQLException {
        each("UPDATE lease SET leaving = TRUE WHERE holder = ? AND printer = ?", printers);
    }

    /** Gives leases back. */
    void free(Collection<String> printers) throws SQLException {
        each("DELETE FROM lease WHERE holder = ? AND printer = ?", printers);
    }

    /** Gives everything back. */
    void goodbye() throws SQLException {
        update("DELETE FROM lease WHERE holder = ?", me);
        update("DELETE FROM watcher_wish WHERE holder = ?", me);
        update("DELETE FROM watcher WHERE holder = ?", me);
    }

    private int update(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private void each(String sql, Collection<String> printers) throws SQLException {
        if (printers.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (String printer : printers) {
                statement.setString(1, me);
                statement.setString(2, printer);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
