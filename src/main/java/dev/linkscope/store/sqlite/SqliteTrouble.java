package dev.linkscope.store.sqlite;

import dev.linkscope.store.Trouble;
import java.sql.SQLException;

/** What an error of SQLite means. */
final class SqliteTrouble {
    private SqliteTrouble() {}

    /** By the primary result code, the low byte of an extended one (sqlite.org/rescode.html). */
    static Trouble of(SQLException error) {
        return switch (code(error) & 0xFF) {
            case 13 -> Trouble.FULL;
            case 5, 6 -> Trouble.BUSY;
            case 3, 8, 14, 23 -> Trouble.FORBIDDEN;
            case 11, 26 -> Trouble.DAMAGED;
            case 7, 10, 15, 22 -> Trouble.DISK;
            default -> Trouble.MISTAKE;
        };
    }

    /** A failed batch carries the code in its cause. */
    private static int code(SQLException error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getErrorCode() != 0) {
                return sql.getErrorCode();
            }
        }
        return 0;
    }
}
