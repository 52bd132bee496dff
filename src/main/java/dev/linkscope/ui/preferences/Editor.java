package dev.linkscope.ui.preferences;

import javafx.scene.Node;

/** What a value is chosen or typed with. */
interface Editor<T> {
    /** All of it. */
    Node node();

    /** What gets the cursor, and is named for those who cannot see it. */
    Node main();

    /** Shows a value, as if nobody had touched it. */
    void show(T value);

    /** What it holds now. */
    Read<T> read();

    /** A value in words. */
    String words(T value);

    /**
     * Tells of the user's doings.
     *
     * @param edited called after each change
     * @param done called when he is through with it, by Enter or by going on
     */
    void tell(Runnable edited, Runnable done);
}
