package dev.linkscope.domain.loss;

/**
 * How failures lie in time. {@link #SCATTERED} means that no order was found, never that chance is
 * proven.
 */
public enum PatternKind {
    NONE,
    TOO_FEW,
    CONTINUOUS,
    PERIODIC,
    BURSTS,
    WORSENING,
    IMPROVING,
    SCATTERED
}
