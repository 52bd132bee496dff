package dev.linkscope.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one database. The password is looked up anew for each, so that it may
 * change: the file that {@code LINKSCOPE_STORE_PASSWORD_FILE} names, else {@code PGPASSWORD}, else
 * the driver's own look into {@code PGPASSFILE} or {@code ~/.pgpass}.
 *
 * @param address where it is
 * @param environment variables of this process
 */
record PostgresLogin(PostgresAddress address, Map<String, String> environment) {
    static final String PASSWORD_FILE = "LINKSCOPE_STORE_PASSWORD_FILE";

    private static final int LONGEST_PASSWORD_BYTES = 4_096;
    private static final String NOT_AUTHORISED = "28000";

    /** A connection for some use. */
    Connection connect(Use use) throws SQLException {
        var properties = new Properties();
        properties.putAll(address.parameters());
        put(properties, "user", user());
        put(properties, "password", password());
        properties.setProperty("ApplicationName", "linkscope");
        properties.setProperty("reWriteBatchedInserts", String.valueOf(use == Use.WRITE));
        properties.setProperty("connectTimeout", String.valueOf(use.connectSeconds));
        properties.setProperty("loginTimeout", String.valueOf(2 * use.connectSeconds));
        // A server that lost its power never says so.
        properties.setProperty("socketTimeout", String.valueOf(use.answerSeconds));
        properties.setProperty("tcpKeepAlive", "true");
        // The details of an error hold the row that was written.
        properties.setProperty("logServerErrorDetail", "false");
        Connection connection = DriverManager.getConnection(address.url(), properties);
        boolean ready = false;
        try {
            connection.setReadOnly(use == Use.READ);
            try (Statement statement = connection.createStatement()) {
                // A computer that fell asleep in a transaction must not hold up the others.
                statement.execute("SET idle_in_transaction_session_timeout = " + use.idleMillis);
            }
            connection.setTransactionIsolation(use.isolation);
            connection.setAutoCommit(false);
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    private @Nullable String user() {
        return address.user() != null ? address.user() : environment.get("PGUSER");
    }

    private @Nullable String password() throws SQLException {
        String file = environment.get(PASSWORD_FILE);
        if (file == null || file.isBlank()) {
            return environment.get("PGPASSWORD");
        }
        try (var in = Files.newInputStream(Path.of(file))) {
            return new String(in.readNBytes(LONGEST_PASSWORD_BYTES), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new SQLException("the file of the password cannot be read", NOT_AUTHORISED, e);
        }
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }

    /** The address alone: variables of the environment may hold a password. */
    @Override
    public String toString() {
        return address.toString();
    }

    /** What a connection is for. */
    enum Use {
        /** Groups of results; every commit is on the server's disk. */
        WRITE(Connection.TRANSACTION_REPEATABLE_READ, 5, 30, 60_000),
        /** Reports and the window; each sees one state. */
        READ(Connection.TRANSACTION_REPEATABLE_READ, 5, 30, 60_000),
        /**
         * Leases: statements that follow a lock must see what the one before left. An answer that
         * takes longer than a renewal is of no use.
         */
        LEASE(Connection.TRANSACTION_READ_COMMITTED, 2, 5, 3_000);

        private final int isolation;
        private final int connectSeconds;
        private final int answerSeconds;
        private final int idleMillis;

        Use(int isolation, int connectSeconds, int answerSeconds, int idleMillis) {
            this.isolation = isolation;
            this.connectSeconds = connectSeconds;
            this.answerSeconds = answerSeconds;
            this.idleMillis = idleMillis;
        }
    }
}
