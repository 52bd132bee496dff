package dev.linkscope.store.postgres;

import dev.linkscope.store.Trouble;
import java.sql.SQLException;

/**
 * What an error of PostgreSQL means, by its SQLSTATE
 * (postgresql.org/docs/15/errcodes-appendix.html).
 */
final class PostgresTrouble {
    private PostgresTrouble() {}

    static Trouble of(SQLException error) {
        String state = error.getSQLState();
        if (state == null || state.length() < 2) {
            return Trouble.MISTAKE;
        }
        return switch (state) {
            case "53100" -> Trouble.FULL;
            case "53300", "57P01", "57P02", "57P03" -> Trouble.AWAY;
            case "3D000" -> Trouble.NO_DATABASE;
            // So the driver says when the server wants a password and there is none.
            case "08004" -> Trouble.REFUSED;
            case "42501", "25006" -> Trouble.READ_ONLY;
            // A table that is gone may be restored; nothing is given up meanwhile.
            case "42P01" -> Trouble.SERVER;
            default ->
                    switch (state.substring(0, 2)) {
                        case "08" -> Trouble.AWAY;
                        case "28" -> Trouble.REFUSED;
                        case "21", "22", "23", "42" -> Trouble.MISTAKE;
                        default -> Trouble.SERVER;
                    };
        };
    }

    /** Whether another transaction was in the way: the same one may well succeed at once. */
    static boolean contended(SQLException error) {
        return "40001".equals(error.getSQLState()) || "40P01".equals(error.getSQLState());
    }
}
