package dev.linkscope.settings;

/** The file holds no settings. Its message names the place, never the content. */
final class BrokenSettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenSettingsException(String what) {
        super(what);
    }
}
