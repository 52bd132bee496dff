package dev.linkscope.domain.loss;

import java.util.Locale;

/** Why a verdict on a change is what it is. */
public enum FixReason {
    /** Quiet for longer than luck explains. */
    QUIET_LONG_ENOUGH,
    /** Drop-outs go on at the old rate. */
    KEEPS_FAILING,
    /** Nothing got through before; now it does. Whether the change did it is not known. */
    WORKS_AGAIN,
    /** Nothing got through before, and too little does now. */
    STILL_DOWN,
    /** It may be better; longer watching will tell. */
    KEEP_WATCHING,
    /** Too little was seen before the change to compare with. */
    BASELINE_TOO_SHORT,
    /** No failure before the change: nothing to compare with. */
    NO_FAILURE_BEFORE;

    /** Name in reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
