package dev.linkscope.engine.port;

import dev.linkscope.domain.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What was tried could not be kept, or not be read. Where an entry cannot be kept, its change must
 * not be made. The message is for the log.
 */
public final class FixStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Statement problem;
    private final transient Statement nextStep;

    /** An error in words for the user. */
    public FixStoreException(Statement problem, Statement nextStep, @Nullable Throwable cause) {
        super(problem.key() + " " + problem.args(), cause);
        this.problem = problem;
        this.nextStep = nextStep;
    }

    /** What is wrong. */
    public Statement problem() {
        return problem;
    }

    /** What to do. */
    public Statement nextStep() {
        return nextStep;
    }
}
