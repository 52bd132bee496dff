package dev.linkscope.ui.history;

import dev.linkscope.domain.history.UserNote;

/** What can be done with notes from the page of a printer. */
public interface NoteActions {
    /** Lets the user write a note on the printer shown. */
    void add();

    /** Lets the user change a note. */
    void edit(UserNote note);

    /** Deletes a note; can be undone for a while. */
    void delete(UserNote note);
}
