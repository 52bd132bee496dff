package dev.linkscope.store;

import dev.linkscope.domain.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The history cannot be opened or read. {@link #problem()} and {@link #nextStep()} are for the
 * user; the message is for the log.
 */
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Statement problem;
    private final transient Statement nextStep;

    /** An error that is told with {@code problem} and the statement of its next step. */
    public HistoryException(Statement problem, @Nullable Throwable cause) {
        super(problem.key() + " " + problem.args(), cause);
        this.problem = problem;
        this.nextStep = new Statement(problem.key() + ".next", problem.args());
    }

    /** What was given is no address of a history; it is not repeated. */
    public static HistoryException noAddress() {
        return new HistoryException(Statement.of("store.address"), null);
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
