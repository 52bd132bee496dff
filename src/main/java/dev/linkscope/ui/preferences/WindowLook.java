package dev.linkscope.ui.preferences;

import dev.linkscope.engine.port.Preferences.Motion;
import dev.linkscope.engine.port.SettingsStore.Settings;

/** What of the settings is seen in the window at once. Called on its thread. */
public interface WindowLook {
    /** Another theme, by its stored name. */
    void theme(String name);

    /** All text in another size, 1 to 2 times the usual. */
    void textSize(double factor);

    /** More or less that moves. */
    void motion(Motion motion);

    /** Another language: its tag, or the computer's. */
    void language(String tag);

    /** Changes what differs. */
    default void change(Settings from, Settings to) {
        var before = from.preferences();
        var now = to.preferences();
        if (!from.theme().equals(to.theme())) {
            theme(to.theme());
        }
        if (before.textSize() != now.textSize()) {
            textSize(now.textSize());
        }
        if (before.motion() != now.motion()) {
            motion(now.motion());
        }
        if (!before.language().equals(now.language())) {
            language(now.language());
        }
    }
}
