package dev.linkscope.ui.control;

import java.time.Instant;

/**
 * Something that the user did or noted, on a strip of time.
 *
 * @param at when
 * @param kind what it was
 */
public record ChangeFlag(Instant at, Kind kind) {
    /** What can stand on a strip of time. */
    public enum Kind {
        /** Something was changed. */
        CHANGE,
        /** A change was undone. */
        UNDOING,
        /** The user noted something. */
        NOTE
    }
}
