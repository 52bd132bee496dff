package dev.linkscope.domain.fact;

/** What is known about a fact. Not checked is never the same as absent. */
public enum FactStatus {
    KNOWN,
    ABSENT,
    NOT_CHECKED
}
