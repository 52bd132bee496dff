package dev.linkscope.domain.diagnosis;

/** How sure a finding is. */
public enum Confidence {
    POSSIBLE,
    /** Two independent observations, none of weight against. */
    POINTS_TO,
    /** A change undone and redone, or certain by construction. */
    CONFIRMED
}
