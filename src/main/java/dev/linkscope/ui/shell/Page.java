package dev.linkscope.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The two pages of the window. */
enum Page {
    /** All printers together. */
    FARM,
    /** The chosen printer. */
    PRINTER;

    /** Name in the settings. */
    String storedName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page stored under that name; empty for one that this version does not know. */
    static Optional<Page> ofStoredName(String name) {
        return Stream.of(values()).filter(page -> page.storedName().equals(name)).findFirst();
    }
}
