package dev.linkscope.store;

import dev.linkscope.domain.Statement;
import java.sql.SQLException;

/** What an error of SQLite means for the user. */
enum Trouble {
    /** The disk is full. */
    FULL("store.full"),
    /** Another program holds the file for longer than the busy timeout. */
    BUSY("store.busy"),
    /** The file or its folder must not be written, or cannot be reached. */
    FORBIDDEN("store.forbidden"),
    /** What is on disk is no longer a whole database. */
    DAMAGED("store.damaged"),
    /** The disk fails to read or write. */
    DISK("store.disk"),
    /** The statement itself fails: trying again does not help. */
    MISTAKE("store.mistake");

    private final String key;

    Trouble(String key) {
        this.key = key;
    }

    /** By the primary result code, the low byte of an extended one (sqlite.org/rescode.html). */
    static Trouble of(SQLException error) {
        return switch (error.getErrorCode() & 0xFF) {
            case 13 -> FULL;
            case 5, 6 -> BUSY;
            case 3, 8, 14, 23 -> FORBIDDEN;
            case 11, 26 -> DAMAGED;
            case 7, 10, 15, 22 -> DISK;
            default -> MISTAKE;
        };
    }

    /** Whether the same write may succeed later. */
    boolean mayPass() {
        return this != MISTAKE;
    }

    /** The sentence; its key with {@code .next} is the next step. */
    Statement statement(String file) {
        return Statement.of(key, file);
    }
}
