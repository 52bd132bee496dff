package dev.linkscope.ui.preferences;

import dev.linkscope.engine.port.Updates;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What the settings tell of and change outside of the window.
 *
 * @param computer this computer and this program
 * @param languages that the window speaks
 * @param language speaks another one from now on, by its tag
 * @param updates asks for the newest release
 */
public record Surroundings(
        ThisComputer computer, List<Locale> languages, Consumer<String> language, Updates updates) {
    /** Nothing of it: English, and nothing to be changed. */
    public static final Surroundings NONE =
            new Surroundings(
                    ThisComputer.UNKNOWN, List.of(Locale.ENGLISH), tag -> {}, Updates.NONE);

    public Surroundings {
        languages = List.copyOf(languages);
    }
}
