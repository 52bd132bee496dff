package dev.linkscope.domain.fix;

import java.util.Locale;

/** Who does a step, and how. */
public enum StepKind {
    /** The user, with hands. */
    BY_HAND,
    /** Linkscope, on the printer's computer. */
    ON_THE_PI,
    /** Linkscope, through OctoPrint's interface. */
    IN_OCTOPRINT,
    /** Nobody: it is only looked on. */
    WATCH,
    /** Somebody who knows more: the report for support. */
    HUMAN;

    /** Name in data. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
