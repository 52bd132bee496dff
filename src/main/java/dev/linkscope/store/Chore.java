package dev.linkscope.store;

import java.sql.SQLException;

/**
 * Something done in the background by the writer's thread, between two groups: each step takes
 * several hundred milliseconds at most. After a failure it waits before it has work again.
 */
interface Chore {
    /** Whether a step is to be made at once. */
    boolean hasWork();

    /** One step; without work, looks whether there is some, which costs little. */
    void step() throws SQLException;
}
