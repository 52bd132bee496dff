package dev.linkscope.ui.common;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All keys of the window: what installs them, what tooltips name, and what the card lists. */
public enum Shortcut {
    HELP(Place.WINDOW, keys(KeyCode.F1)),
    ADD_PRINTER(Place.WINDOW, ctrl(KeyCode.N)),
    IMPORT_LIST(Place.WINDOW, ctrl(KeyCode.I)),
    OPEN_REPORT(Place.WINDOW, ctrl(KeyCode.O)),
    REPORT(Place.WINDOW, ctrl(KeyCode.E)),
    SEARCH(Place.WINDOW, ctrl(KeyCode.F)),
    ALL_PRINTERS(Place.WINDOW, ctrl(KeyCode.DIGIT1)),
    ONE_PRINTER(Place.WINDOW, ctrl(KeyCode.DIGIT2)),
    BACK(Place.WINDOW, keys(KeyCode.ESCAPE)),
    TRY_AGAIN(Place.WINDOW, keys(KeyCode.F5)),
    SETTINGS(Place.WINDOW, ctrl(KeyCode.COMMA)),
    ABOUT(Place.WINDOW, new KeyCodeCombination(KeyCode.F1, KeyCombination.SHIFT_DOWN)),
    THEME(Place.WINDOW, ctrl(KeyCode.D)),
    UNDO(Place.WINDOW, ctrl(KeyCode.Z)),
    TASKS(Place.WINDOW, ctrl(KeyCode.J)),
    OPEN(Place.LISTS, keys(KeyCode.ENTER)),
    TICK(Place.LISTS, keys(KeyCode.SPACE)),
    REMOVE(Place.LISTS, keys(KeyCode.DELETE)),
    MENU(
            Place.LISTS,
            new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN),
            keys(KeyCode.CONTEXT_MENU)),
    TO_RESULTS(Place.LISTS, keys(KeyCode.DOWN)),
    ROWS(Place.CHARTS, keys(KeyCode.UP), keys(KeyCode.DOWN)),
    ZOOM_IN(Place.CHARTS, keys(KeyCode.PLUS)),
    ZOOM_OUT(Place.CHARTS, keys(KeyCode.MINUS)),
    ZOOM_ALL(Place.CHARTS, keys(KeyCode.DIGIT0)),
    CONFIRM(Place.CARDS, keys(KeyCode.ENTER)),
    CLOSE(Place.CARDS, keys(KeyCode.ESCAPE)),
    STEP_BACK(Place.CARDS, alt(KeyCode.LEFT)),
    STEP_ON(Place.CARDS, alt(KeyCode.RIGHT)),
    PAGES(Place.CARDS, keys(KeyCode.PAGE_UP), keys(KeyCode.PAGE_DOWN));

    /** Where a key works. */
    public enum Place {
        WINDOW,
        LISTS,
        CHARTS,
        CARDS;

        /** Key of its name. */
        public String key() {
            return "shortcut.place." + name().toLowerCase(Locale.ROOT);
        }

        /** The keys that work there. */
        public List<Shortcut> shortcuts() {
            return Arrays.stream(Shortcut.values()).filter(one -> one.place == this).toList();
        }
    }

    private final Place place;

    @SuppressWarnings("ImmutableEnumChecker") // Combinations of keys do not change.
    private final List<KeyCombination> combinations;

    Shortcut(Place place, KeyCombination... combinations) {
        this.place = place;
        this.combinations = List.of(combinations);
    }

    private static KeyCombination keys(KeyCode key) {
        return new KeyCodeCombination(key);
    }

    private static KeyCombination ctrl(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination alt(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.ALT_DOWN);
    }

    /** Key of what it does, in a few words. */
    public String key() {
        return "shortcut." + name().toLowerCase(Locale.ROOT);
    }

    /** The combinations; the first is the one that tooltips name. */
    public List<KeyCombination> combinations() {
        return combinations;
    }

    /** Its keys in words, such as {@code Ctrl+N}. */
    public String shown() {
        return combinations.stream()
                .map(KeyCombination::getDisplayText)
                .collect(Collectors.joining(" "));
    }

    /** A text with the keys behind it, for a tooltip or a menu: {@code Add a printer (Ctrl+N)}. */
    public String tip(String text) {
        return text + " (" + combinations.getFirst().getDisplayText() + ")";
    }

    /**
     * Has a scene listen to keys of the whole window. With {@link #HELP} goes the question mark,
     * unless that is being written.
     */
    public static void install(Scene scene, Map<Shortcut, Runnable> actions) {
        actions.forEach((shortcut, action) ->
                shortcut.combinations.forEach(keys -> scene.getAccelerators().put(keys, action)));
        Runnable help = actions.get(HELP);
        if (help != null) {
            scene.addEventHandler(
                    KeyEvent.KEY_TYPED,
                    event -> {
                        boolean writing = event.getTarget() instanceof TextInputControl;
                        if ("?".equals(event.getCharacter()) && !writing) {
                            help.run();
                            event.consume();
                        }
                    });
        }
    }
}
