package dev.linkscope.ui.access;

/**
 * Something that somebody cannot see, read, reach or hit.
 *
 * @param kind which demand is missed
 * @param where the node, as a path of its ids and classes
 * @param what the figures or the text it is about
 */
public record Miss(Kind kind, String where, String what) {
    /** Demands, by the success criterion of WCAG 2.2 that asks for each. */
    public enum Kind {
        /** A control or drawing has no name: 1.1.1, 4.1.2. */
        NO_NAME,
        /** A drawing or a control of Linkscope's own has no role: 4.1.2. */
        NO_ROLE,
        /** Tab does not lead there, or only a mouse can use it: 2.1.1. */
        OUT_OF_REACH,
        /** The cursor cannot be seen there: 2.4.7. */
        NO_FOCUS_MARK,
        /** Text or sign is too like what lies behind: 1.4.3, 1.4.11. */
        FAINT,
        /** Text is shortened or cut: 1.4.4. */
        CUT,
        /** Texts lie on each other: 1.4.4. */
        OVERLAP,
        /** A target is smaller than 24 by 24 pixels: 2.5.8. */
        SMALL_TARGET
    }

    @Override
    public String toString() {
        return kind + " " + where + ": " + what;
    }
}
