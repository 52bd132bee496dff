package dev.linkscope.engine.port;

/** A file that is no trace. */
public final class UnreadableTraceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String nextStep;

    /**
     * A reason why a file cannot be read.
     *
     * @param code stable name, such as {@code bad_line}
     * @param message what is wrong, with the line if there is one
     * @param nextStep what to do
     */
    public UnreadableTraceException(String code, String message, String nextStep) {
        super(message);
        this.code = code;
        this.nextStep = nextStep;
    }

    /** Stable name. */
    public String code() {
        return code;
    }

    /** What to do. */
    public String nextStep() {
        return nextStep;
    }
}
