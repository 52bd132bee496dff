package dev.linkscope.ui.common;

import org.jspecify.annotations.Nullable;

/**
 * What was done last and can be undone, in place of a question beforehand: the note says what was
 * done and offers to undo it, and Ctrl+Z does so as long as the note is there.
 */
public final class Undo {
    private final Toast toast;
    private final String word;
    private @Nullable Runnable back;

    /**
     * Nothing to undo.
     *
     * @param word the word on the button
     */
    public Undo(Toast toast, String word) {
        this.toast = toast;
        this.word = word;
    }

    /**
     * Says what was done. What was done before is settled by that.
     *
     * @param done what was done, in a sentence
     * @param undo takes it back
     */
    public void offer(String done, Runnable undo) {
        offer(done, undo, () -> {});
    }

    /**
     * The same, where something remains to be done once it can no longer be undone.
     *
     * @param settle called when the note goes without that it was undone
     */
    public void offer(String done, Runnable undo, Runnable settle) {
        toast.show(
                done,
                word,
                () -> {
                    back = null;
                    undo.run();
                },
                () -> {
                    back = null;
                    settle.run();
                });
        back = undo;
    }

    /** Undoes what was done last, if that is still offered; whether it did. */
    public boolean undo() {
        if (back == null) {
            return false;
        }
        toast.act();
        return true;
    }
}
