package dev.linkscope.ui.shell;

import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Theme;
import java.util.function.Consumer;

/** The theme that the user chose. */
final class ThemeSwitch {
    private final SettingsWriter settings;
    private Theme theme;
    private Consumer<Theme> onToggled = now -> {};

    /** The window has that theme from now on. To be made before all nodes, which else change it. */
    ThemeSwitch(String storedName, SettingsWriter settings) {
        this.theme = Theme.ofStoredName(storedName);
        this.settings = settings;
        theme.apply();
    }

    Theme theme() {
        return theme;
    }

    /** From light to dark or back, remembered. */
    void toggle() {
        theme = theme.opposite();
        theme.apply();
        String name = theme.storedName();
        settings.change(old -> old.withTheme(name));
        onToggled.accept(theme);
    }

    /** From now on this one; whoever chose it remembers that. */
    void choose(Theme chosen) {
        theme = chosen;
        theme.apply();
    }

    /** Calls back after each change by {@link #toggle()}. */
    void onToggled(Consumer<Theme> listener) {
        onToggled = listener;
    }
}
