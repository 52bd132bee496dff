package dev.linkscope.ui.preferences;

/** Parts of the settings, in the order in which they are listed. */
public enum Section {
    LOOK,
    MEASURING,
    JUDGING,
    HISTORY,
    NOTICES,
    COMPUTER,
    ABOUT;

    /** Key of its name. */
    String key() {
        return "preferences.section." + this;
    }
}
