package dev.linkscope.domain.loss;

/** Whether the trouble is still going on at the end of the trace. */
public enum Activity {
    ACTIVE,
    OVER,
    /** Too few units to say. */
    UNKNOWN
}
