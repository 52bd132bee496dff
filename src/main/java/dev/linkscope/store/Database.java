package dev.linkscope.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A database with the tables of {@link Schema}. Each transaction has a connection to itself. */
public interface Database extends AutoCloseable {
    /** What it is called in messages; holds no secret. */
    String name();

    /**
     * Runs work in a transaction that may write, and commits it. The work may be run again from its
     * beginning when another program was in its way.
     */
    <T, X extends Exception> T write(Work<T, X> work) throws SQLException, X;

    /** As {@link #write}; and when it returns, not even a power cut takes back what was written. */
    default <T, X extends Exception> T writeForGood(Work<T, X> work) throws SQLException, X {
        return write(work);
    }

    /** Runs work that sees one state of the database throughout. */
    <T, X extends Exception> T read(Work<T, X> work) throws SQLException, X;

    /** What an error of this database means for the user. */
    Trouble trouble(SQLException error);

    /** Whether other programs write to it all the time: their runs are for them to compress. */
    boolean shared();

    /** How large it is; reads what the database knows of itself. */
    Size size(Connection connection) throws SQLException;

    /**
     * Gives some of the space that is free within the database back to the disk; never takes long.
     *
     * @return whether there is more to give back
     */
    default boolean shrink() throws SQLException {
        return false;
    }

    /** Remembers damage beyond the end of the program, where that helps. */
    default void noteDamage() {}

    @Override
    void close() throws SQLException;

    /**
     * How large a database is.
     *
     * @param taken bytes that it takes on its disk
     * @param used bytes among them that hold something
     */
    record Size(long taken, long used) {}

    /** Something done inside a transaction. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        /** Does it. */
        T run(Connection connection) throws SQLException, X;
    }
}
