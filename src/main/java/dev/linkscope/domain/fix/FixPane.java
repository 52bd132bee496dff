package dev.linkscope.domain.fix;

import java.util.Locale;

/** The pane that shows whether a change helped. */
public enum FixPane {
    SERVER,
    WEBCAM;

    /** Name in data; the id of the probe target whose slots count. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
