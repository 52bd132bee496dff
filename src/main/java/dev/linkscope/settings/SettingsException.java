package dev.linkscope.settings;

import dev.linkscope.domain.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The settings cannot be used as they are. {@link #problem()} and {@link #nextStep()} are for the
 * user; the message is for the log and free of the file's content.
 */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Statement problem;
    private final transient Statement nextStep;

    SettingsException(Statement problem, @Nullable Throwable cause) {
        super(problem.key() + " " + problem.args(), cause);
        this.problem = problem;
        this.nextStep = new Statement(problem.key() + ".next", problem.args());
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
