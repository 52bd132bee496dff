package dev.linkscope.store;

import dev.linkscope.domain.Statement;

/** What an error of a database means for the user. */
public enum Trouble {
    /** The disk is full. */
    FULL("store.full"),
    /** Another program holds the file for longer than it is waited for. */
    BUSY("store.busy"),
    /** The file or its folder must not be written, or cannot be reached. */
    FORBIDDEN("store.forbidden"),
    /** What is on disk is no longer a whole database. */
    DAMAGED("store.damaged"),
    /** The disk fails to read or write. */
    DISK("store.disk"),
    /** The server does not answer, or is just starting or ending. */
    AWAY("store.away"),
    /** The server does not accept user or password. */
    REFUSED("store.refused"),
    /** The server has no such database. */
    NO_DATABASE("store.no_database"),
    /** This user may not write, or nobody may: a standby. */
    READ_ONLY("store.read_only"),
    /** The server reports an error of its own. */
    SERVER("store.server"),
    /** The statement itself fails: trying again does not help. */
    MISTAKE("store.mistake");

    private final String key;

    Trouble(String key) {
        this.key = key;
    }

    /** Whether the same write may succeed later. */
    public boolean mayPass() {
        return this != MISTAKE;
    }

    /** The sentence; its key with {@code .next} is the next step. */
    public Statement statement(String database) {
        return Statement.of(key, database);
    }
}
