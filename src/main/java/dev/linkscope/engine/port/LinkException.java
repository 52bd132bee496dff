package dev.linkscope.engine.port;

import dev.linkscope.domain.diagnosis.Failure;
import org.jspecify.annotations.Nullable;

/** A link could not be made or has ended. Its message is free of secrets. */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final @Nullable ConnectStep step;

    /**
     * A failure at a step of connecting, or of a running channel.
     *
     * @param failure what happened
     * @param step the step that failed; null for a channel that was open
     * @param cause for the log; may be null
     */
    public LinkException(Failure failure, @Nullable ConnectStep step, @Nullable Throwable cause) {
        super(failure.code().wireName() + " " + failure.args(), cause);
        this.failure = failure;
        this.step = step;
    }

    /** What happened. */
    public Failure failure() {
        return failure;
    }

    /** The step that failed; null for a channel that was open. */
    public @Nullable ConnectStep step() {
        return step;
    }
}
