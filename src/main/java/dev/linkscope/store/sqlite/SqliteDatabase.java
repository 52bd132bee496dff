package dev.linkscope.store.sqlite;

import dev.linkscope.store.Database;
import dev.linkscope.store.Trouble;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Connections to one database. A file has one for writing and one for reading, so that a report
 * never waits for a commit; a database in memory has one for both. Each transaction has its
 * connection to itself.
 */
final class SqliteDatabase implements Database {
    /** How long to wait for another process that writes to the same file. */
    private static final int BUSY_MILLIS = 5_000;

    /** The write-ahead log shrinks back to this after a burst. */
    private static final int LOG_BYTES = 16 << 20;

    private final String name;
    private final Lane writing;
    private final Lane reading;
    private final Runnable onDamage;

    private SqliteDatabase(String name, Lane writing, Lane reading, Runnable onDamage) {
        this.name = name;
        this.writing = writing;
        this.reading = reading;
        this.onDamage = onDamage;
    }

    /**
     * Opens or makes a file; its tables are up to the caller.
     *
     * @param onDamage remembers damage beyond the end of the program
     */
    static SqliteDatabase file(Path file, Runnable onDamage) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        // With WAL, NORMAL survives the end of the process; a power cut may take the last commits,
        // never the file (sqlite.org/pragma.html#pragma_synchronous). The agent still has those.
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setJournalSizeLimit(LOG_BYTES);
        String url = "jdbc:sqlite:" + file;
        var writing = new Lane(opened(config, url));
        try {
            return new SqliteDatabase(
                    String.valueOf(file.getFileName()),
                    writing,
                    new Lane(opened(config, url)),
                    onDamage);
        } catch (SQLException e) {
            writing.close();
            throw e;
        }
    }

    /** A new file is given its shape before the mode of its log writes the first page. */
    private static Connection opened(SQLiteConfig config, String url) throws SQLException {
        Connection connection = config.createConnection(url);
        boolean ready = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
            statement.execute("PRAGMA journal_mode = WAL");
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    /** A new empty database that ends with its connection. */
    static SqliteDatabase memory() throws SQLException {
        var lane = new Lane(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"));
        return new SqliteDatabase("memory", lane, lane, () -> {});
    }

    /** Name of the file. */
    @Override
    public String name() {
        return name;
    }

    @Override
    public <T, X extends Exception> T write(Work<T, X> work) throws SQLException, X {
        return writing.run("BEGIN IMMEDIATE", work);
    }

    @Override
    public <T, X extends Exception> T writeForGood(Work<T, X> work) throws SQLException, X {
        return writing.runForGood("BEGIN IMMEDIATE", work);
    }

    @Override
    public Trouble trouble(SQLException error) {
        return SqliteTrouble.of(error);
    }

    /** Another program may have the file open, but hardly ever does. */
    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public Size size(Connection connection) throws SQLException {
        return FreePages.size(connection);
    }

    @Override
    public boolean shrink() throws SQLException {
        return write(FreePages::giveBackSome);
    }

    /** Rewrites a file of an older version, so that it can give space back from now on. */
    void makeShrinkable() throws SQLException {
        writing.alone(FreePages::makeShrinkable);
    }

    @Override
    public void noteDamage() {
        onDamage.run();
    }

    @Override
    public <T, X extends Exception> T read(Work<T, X> work) throws SQLException, X {
        return reading.run("BEGIN", work);
    }

    @Override
    public void close() throws SQLException {
        reading.close();
        writing.close();
    }

    /** One connection and its turn-taking. */
    private record Lane(Connection connection, ReentrantLock turn) {
        Lane(Connection connection) {
            this(connection, new ReentrantLock());
        }

        <T, X extends Exception> T run(String begin, Work<T, X> work) throws SQLException, X {
            turn.lock();
            try {
                execute(begin);
                boolean done = false;
                try {
                    T result = work.run(connection);
                    execute("COMMIT");
                    done = true;
                    return result;
                } finally {
                    if (!done) {
                        rollBack();
                    }
                }
            } finally {
                turn.unlock();
            }
        }

        /** With FULL, the log is on the disk when a commit returns; it takes effect between two. */
        <T, X extends Exception> T runForGood(String begin, Work<T, X> work)
                throws SQLException, X {
            turn.lock();
            try {
                execute("PRAGMA synchronous = FULL");
                try {
                    return run(begin, work);
                } finally {
                    relax();
                }
            } finally {
                turn.unlock();
            }
        }

        /** Outside of any transaction. */
        void alone(Work<?, RuntimeException> work) throws SQLException {
            turn.lock();
            try {
                work.run(connection);
            } finally {
                turn.unlock();
            }
        }

        private void relax() {
            try {
                execute("PRAGMA synchronous = NORMAL");
            } catch (SQLException _) {
                // Then the next commits are slower, and as safe.
            }
        }

        private void rollBack() {
            try {
                execute("ROLLBACK");
            } catch (SQLException _) {
                // SQLite has already rolled back by itself, as it does when the disk is full.
            }
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        void close() throws SQLException {
            turn.lock();
            try {
                connection.close();
            } finally {
                turn.unlock();
            }
        }
    }
}
