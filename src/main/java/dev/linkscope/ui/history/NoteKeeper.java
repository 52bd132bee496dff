package dev.linkscope.ui.history;

import dev.linkscope.domain.history.UserNote;
import java.util.function.Consumer;

/** Keeps a note in the background. */
@FunctionalInterface
public interface NoteKeeper {
    /**
     * Keeps it, or replaces the one of its id.
     *
     * @param told on the window's thread, whether it is kept
     */
    void keep(UserNote note, Consumer<Boolean> told);
}
