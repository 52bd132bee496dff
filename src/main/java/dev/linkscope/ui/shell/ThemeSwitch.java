package dev.linkscope.ui.shell;

import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Theme;

/** The theme that the user chose. */
final class ThemeSwitch {
    private final SettingsWriter settings;
    private Theme theme;

    ThemeSwitch(String storedName, SettingsWriter settings) {
        this.theme = Theme.ofStoredName(storedName);
        this.settings = settings;
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
    }
}
