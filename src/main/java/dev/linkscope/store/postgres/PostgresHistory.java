package dev.linkscope.store.postgres;

import dev.linkscope.domain.Statement;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.Trouble;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;

/** The history in a PostgreSQL database, or in one that speaks its language. */
public final class PostgresHistory {
    private PostgresHistory() {}

    /** Whether a text is meant as the address of such a database, and not as a file. */
    public static boolean isAddress(String text) {
        return PostgresAddress.looksLikeOne(text);
    }

    /**
     * Opens a history or begins a new one. Several programs may have the same one open.
     *
     * @param address such as {@code jdbc:postgresql://host/database}; without a password
     * @param environment variables of this process, which may say where the password is
     * @param time this computer's clock
     * @throws HistoryException if it cannot be reached or is from a newer version
     */
    public static StoreOpened open(
            String address, Map<String, String> environment, InstantSource time) {
        var login = new PostgresLogin(PostgresAddress.parse(address), environment);
        prepare(login, PostgresSchema.HISTORY);
        var database = new PostgresDatabase(login);
        return StoreOpened.over(database, time);
    }

    /** Brings a part of the tables up to date. */
    static void prepare(PostgresLogin login, PostgresSchema schema) {
        String name = login.address().name();
        try (var lane = new PostgresLane(login, PostgresLogin.Use.WRITE)) {
            int version = schema.migrate(lane);
            if (version > schema.version()) {
                throw new HistoryException(
                        Statement.of("store.too_new", name, version, schema.version()), null);
            }
        } catch (SQLException e) {
            throw new HistoryException(Statement.of(key(e), name), e);
        }
    }

    /** Before anything is measured there is nothing that goes on. */
    private static String key(SQLException error) {
        if ("42P07".equals(error.getSQLState())) {
            return "store.foreign";
        }
        Trouble trouble = PostgresTrouble.of(error);
        return trouble == Trouble.AWAY ? "store.not_there" : trouble.statement("").key();
    }
}
