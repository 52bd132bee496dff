package dev.linkscope.engine;

/** How the link of a session stands. */
public enum LinkState {
    /** On the way; the first time or again. */
    CONNECTING,
    /** The agent sends. */
    MEASURING,
    /** Lost or refused for now; will be tried again by itself. */
    WAITING,
    /** Needs the user: will not be tried again by itself. */
    FAILED,
    /** Ended because it was asked to, or because everything asked for was measured. */
    ENDED,
    /** There is none: what is shown was read from a report. */
    RECORDED
}
