package dev.linkscope.domain.diagnosis;

/** What a rule says of its cause. */
public enum Verdict {
    SUPPORTED,
    REFUTED,
    INCONCLUSIVE
}
