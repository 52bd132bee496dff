package dev.linkscope.domain.loss;

/**
 * State of a pane. Bands of the seed: below 5 % fine, above 20 % take action, 100 % no connection.
 */
public enum PaneState {
    /** Too few measured slots to say anything. */
    NO_DATA,
    /** No error to speak of, but too few slots yet to exclude an error rate of 5 %. */
    CLEAN_SO_FAR,
    HEALTHY,
    WATCH,
    TAKE_ACTION,
    /** Every measured slot failed. */
    NO_CONNECTION
}
