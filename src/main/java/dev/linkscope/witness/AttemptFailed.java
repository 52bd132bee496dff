package dev.linkscope.witness;

/** An attempt failed at its phase under way. */
final class AttemptFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String errorClass;

    /** A failure, classed as the agent would. */
    AttemptFailed(String errorClass) {
        super(errorClass, null, false, false);
        this.errorClass = errorClass;
    }

    /** Stable name of what went wrong. */
    String errorClass() {
        return errorClass;
    }
}
