package dev.linkscope.store.postgres;

import dev.linkscope.store.Database;
import dev.linkscope.store.Trouble;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One connection for writing and a few for reading, so that a report never waits for a commit. */
final class PostgresDatabase implements Database {
    /** A printer's history is many short questions; each waits for the network. */
    private static final int READERS = 4;

    /** Counting what is used reads the tables. */
    private static final long COUNTED_BYTES = 64L << 20;

    private static final String TAKEN =
            "SELECT COALESCE(SUM(pg_total_relation_size(name::regclass)), 0) FROM unnest(ARRAY["
                    + "'chunk', 'rollup', 'outcome', 'finding_span', 'note', 'clock', 'schedule'"
                    + "]) AS name";

    /** The bytes of each hour, and what a row and its index take beside them. */
    private static final String USED =
            "SELECT (SELECT COALESCE(SUM(OCTET_LENGTH(data) + 150), 0) FROM chunk)"
                    + " + (SELECT COALESCE(SUM(OCTET_LENGTH(minutes) + 150), 0) FROM rollup)"
                    + " + pg_relation_size('outcome')";

    private final PostgresLogin login;
    private final PostgresLane writing;
    private final List<PostgresLane> reading;
    private final AtomicInteger next = new AtomicInteger();

    PostgresDatabase(PostgresLogin login) {
        this.login = login;
        this.writing = new PostgresLane(login, PostgresLogin.Use.WRITE);
        this.reading =
                Stream.generate(() -> new PostgresLane(login, PostgresLogin.Use.READ))
                        .limit(READERS)
                        .toList();
    }

    @Override
    public String name() {
        return login.address().name();
    }

    @Override
    public <T, X extends Exception> T write(Work<T, X> work) throws SQLException, X {
        return writing.run(work);
    }

    @Override
    public <T, X extends Exception> T read(Work<T, X> work) throws SQLException, X {
        for (PostgresLane lane : reading) {
            if (lane.free()) {
                return lane.run(work);
            }
        }
        return reading.get(Math.floorMod(next.getAndIncrement(), READERS)).run(work);
    }

    @Override
    public Trouble trouble(SQLException error) {
        return PostgresTrouble.of(error);
    }

    @Override
    public boolean shared() {
        return true;
    }

    /**
     * {@inheritDoc} What is deleted the server uses again and does not give back, so that what is
     * used is counted where much is taken.
     */
    @Override
    public Size size(Connection connection) throws SQLException {
        long taken = number(connection, TAKEN);
        return new Size(taken, taken < COUNTED_BYTES ? taken : number(connection, USED));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public void close() {
        reading.forEach(PostgresLane::close);
        writing.close();
    }
}
