package dev.linkscope.metrics;

import dev.linkscope.domain.Statement;
import org.jspecify.annotations.Nullable;

/** {@code /metrics} cannot be offered. {@link #problem()} and {@link #nextStep()} say why. */
public final class EndpointException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Statement problem;

    EndpointException(Statement problem, @Nullable Throwable cause) {
        super(problem.key() + " " + problem.args(), cause);
        this.problem = problem;
    }

    /** What is wrong. */
    public Statement problem() {
        return problem;
    }

    /** What to do. */
    public Statement nextStep() {
        return new Statement(problem.key() + ".next", problem.args());
    }
}
