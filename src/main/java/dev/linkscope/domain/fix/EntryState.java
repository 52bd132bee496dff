package dev.linkscope.domain.fix;

import java.util.Locale;

/** How a change in the ledger stands. */
public enum EntryState {
    /** Under way; after a start, a change whose end was never heard of. */
    BEGUN,
    DONE,
    /** Refused or failed, and nothing was changed. */
    FAILED,
    /** The way was lost in the middle: it may be in place, in part or not at all. */
    INTERRUPTED,
    UNDONE;

    /** Name in the store and in reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
