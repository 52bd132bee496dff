package dev.linkscope.domain.fix;

import java.util.Locale;

/** Whether somebody is at work on a cause. */
public enum CaseState {
    OPEN,
    /** The user is reminded later; agents measure on. */
    PAUSED,
    ENDED;

    /** Name in the store and in reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
