package dev.linkscope.store.postgres;

import dev.linkscope.store.Database;
import dev.linkscope.store.Trouble;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One connection for writing and a few for reading, so that a report never waits for a commit. */
final class PostgresDatabase implements Database {
    /** A printer's history is many short questions; each waits for the network. */
    private static final int READERS = 4;

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

    @Override
    public void close() {
        reading.forEach(PostgresLane::close);
        writing.close();
    }
}
