package dev.linkscope.store.sqlite;

import dev.linkscope.domain.Statement;
import java.util.HashSet;
import java.util.Set;

/** Counts what came back from a damaged file. */
final class Recovered {
    private final Set<Long> hours = new HashSet<>();
    private int notes;
    private int changes;
    private long damaged;
    private boolean stopped;

    /** An hour of a run, of whichever probe. */
    void hour(long run, long hour) {
        hours.add(run * 1_000_000_007L + hour);
    }

    /** A note of the user; never false. */
    boolean note() {
        notes++;
        return true;
    }

    /** A change that was tried; never false. */
    boolean change() {
        changes++;
        return true;
    }

    /** A row could not be used. */
    void damaged() {
        damaged(1);
    }

    /** Places could not be read. */
    void damaged(int places) {
        damaged += places;
    }

    /** There was no time for more. */
    void stopped() {
        stopped = true;
    }

    /** For the user, with its next step. */
    Statement statement() {
        if (hours.isEmpty() && notes == 0 && changes == 0) {
            return Statement.of("history.recovered.nothing");
        }
        String key = stopped ? "history.recovered.stopped" : "history.recovered";
        return Statement.of(key, hours.size(), notes, changes, damaged);
    }
}
