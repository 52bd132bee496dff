package dev.linkscope.domain.diagnosis;

/** How much a finding matters to the user. */
public enum Severity {
    INFO,
    WATCH,
    CRITICAL
}
