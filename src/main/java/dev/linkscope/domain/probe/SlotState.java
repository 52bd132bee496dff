package dev.linkscope.domain.probe;

/**
 * What came of one scheduled attempt. A slot that was not measured is neither error nor success.
 */
public enum SlotState {
    OK,
    FAILED,
    NOT_MEASURED
}
