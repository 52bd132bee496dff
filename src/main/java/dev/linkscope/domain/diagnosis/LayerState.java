package dev.linkscope.domain.diagnosis;

import dev.linkscope.domain.probe.JointCounts;

/**
 * How one link of the chain stood.
 *
 * @param layer which
 * @param health how it stood
 * @param counts attempts that got as far as this link, and how many broke here; {@link
 *     JointCounts#NONE} where nothing counts them
 */
public record LayerState(Layer layer, Health health, JointCounts counts) {

    /** How a link can stand. */
    public enum Health {
        /** It works. */
        WORKS,
        /** It breaks now and then. */
        BREAKS,
        /** It is down. */
        DOWN,
        /** What lies before it is down, so that it could not be checked. */
        NOT_CHECKED,
        /** Nothing measures it here. */
        UNKNOWN
    }
}
