package dev.linkscope.store.postgres;

import dev.linkscope.store.Database.Work;
import dev.linkscope.store.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection and its turn-taking. It is made when it is needed, dropped when it fails, and made
 * again; while the server is away, callers are told so at once instead of each waiting for it.
 */
final class PostgresLane implements AutoCloseable {
    private static final int ATTEMPTS = 12;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PostgresLogin login;
    private final PostgresLogin.Use use;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Connection connection;
    private @Nullable SQLException away;
    private long awaySince;
    private boolean closed;

    PostgresLane(PostgresLogin login, PostgresLogin.Use use) {
        this.login = login;
        this.use = use;
    }

    /** Whether nobody uses it now. */
    boolean free() {
        return !turn.isLocked();
    }

    /**
     * Runs work in a transaction. It is run again after another transaction was in the way, and
     * once with a new connection if the old one turns out to be broken.
     */
    <T, X extends Exception> T run(Work<T, X> work) throws SQLException, X {
        turn.lock();
        try {
            for (int attempt = 1; ; attempt++) {
                boolean used = connection != null;
                try {
                    return once(connected(), work);
                } catch (SQLException e) {
                    boolean again =
                            PostgresTrouble.contended(e)
                                    ? attempt < ATTEMPTS
                                    : used && PostgresTrouble.of(e) == Trouble.AWAY;
                    if (!again) {
                        throw e;
                    }
                    if (PostgresTrouble.contended(e)) {
                        long most = PAUSE_NANOS << Math.min(attempt, 5);
                        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
                    }
                }
            }
        } finally {
            turn.unlock();
        }
    }

    private <T, X extends Exception> T once(Connection open, Work<T, X> work)
            throws SQLException, X {
        boolean done = false;
        try {
            T result = work.run(open);
            open.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            if (!PostgresTrouble.contended(e) && PostgresTrouble.of(e) != Trouble.MISTAKE) {
                drop();
            }
            throw e;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private Connection connected() throws SQLException {
        if (closed) {
            throw new SQLException("closed", "08003");
        }
        Connection open = connection;
        if (open != null) {
            return open;
        }
        SQLException last = away;
        if (last != null && System.nanoTime() - awaySince < AWAY_NANOS) {
            throw new SQLException(last.getMessage(), last.getSQLState(), last);
        }
        try {
            open = login.connect(use);
            connection = open;
            away = null;
            return open;
        } catch (SQLException e) {
            away = e;
            awaySince = System.nanoTime();
            throw e;
        }
    }

    private void rollBack() {
        Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            open.rollback();
        } catch (SQLException _) {
            drop();
        }
    }

    private void drop() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException _) {
                // It is of no use any more either way.
            }
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            drop();
        } finally {
            turn.unlock();
        }
    }
}
