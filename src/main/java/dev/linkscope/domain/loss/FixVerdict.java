package dev.linkscope.domain.loss;

import java.util.Locale;

/** Whether it got better since a change. */
public enum FixVerdict {
    VERIFIED,
    NOT_FIXED,
    NOT_YET_KNOWN;

    /** Name in reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
