package dev.linkscope.engine.port;

import java.util.List;
import java.util.function.Consumer;

/**
 * A symbol in the desktop's bar. Every method returns at once and may be called from any thread.
 */
public interface Tray extends AutoCloseable {
    /** No bar. */
    Tray NONE =
            new Tray() {
                @Override
                public boolean isShown() {
                    return false;
                }

                @Override
                public void show(Face face) {}

                @Override
                public void listen(Consumer<String> onChosen) {}

                @Override
                public void close() {}
            };

    /** What is told of the symbol itself being chosen. */
    String SYMBOL = "";

    /** The worst state of all printers: a shape of its own each, not only a colour. */
    enum Sign {
        GOOD,
        WATCH,
        BAD,
        NEUTRAL
    }

    /**
     * What the symbol shows.
     *
     * @param sign its shape and colour
     * @param title the program
     * @param text how things stand, in a sentence
     * @param items of its menu, in groups
     */
    record Face(Sign sign, String title, String text, List<List<Item>> items) {
        public Face {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /**
     * What can be chosen.
     *
     * @param id what is told when it is chosen
     * @param text what it says
     */
    record Item(String id, String text) {}

    /** Whether the symbol can be seen now; a desktop may have no bar, or lose it. */
    boolean isShown();

    /** Shows this from now on. */
    void show(Face face);

    /**
     * From now on this is told what is chosen.
     *
     * @param onChosen takes the id of an item, or {@link #SYMBOL}; called on a thread of the tray
     */
    void listen(Consumer<String> onChosen);

    /** Takes the symbol away. */
    @Override
    void close();
}
