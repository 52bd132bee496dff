package dev.linkscope.stats;

import java.util.Locale;

/** What a pane is about. */
public enum PaneSubject {
    SERVER,
    WEBCAM;

    /** Last part of the keys whose words differ between panes, and name in reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
