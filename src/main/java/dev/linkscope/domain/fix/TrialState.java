package dev.linkscope.domain.fix;

import java.util.Locale;

/** How a change stands that is being watched. */
public enum TrialState {
    /** The printer's computer is without power for it; that time does not count. */
    AWAY,
    /** Not yet known. */
    WATCHING,
    /** Better since the change. */
    BETTER,
    /** Better, and still so after a day. */
    HELD,
    /** Was better, and is not any more. */
    TAKEN_BACK,
    /** Not fixed. */
    NOT_FIXED,
    /** The user found that it did not help, before the figures did. */
    GIVEN_UP,
    /** It was better; the change is undone for a test whether the fault comes back. */
    UNDONE,
    /** It was better, was undone, and the fault came back: this is the cause. */
    CONFIRMED,
    /** It was better, was undone, and stayed better: something else did it. */
    STAYED_AWAY;

    /** Name in the store and in reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether further outcomes may still change it. */
    public boolean open() {
        return switch (this) {
            case AWAY, WATCHING, BETTER, UNDONE -> true;
            case HELD, TAKEN_BACK, NOT_FIXED, GIVEN_UP, CONFIRMED, STAYED_AWAY -> false;
        };
    }
}
