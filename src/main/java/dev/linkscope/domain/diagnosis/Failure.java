package dev.linkscope.domain.diagnosis;

import dev.linkscope.domain.Statement;
import java.util.List;

/**
 * An expected failure: what happened and, through its code, what to do next.
 *
 * @param code which failure
 * @param args arguments of both sentences, in order, such as the host; free of secrets
 */
public record Failure(FailureCode code, List<String> args) {
    public Failure {
        args = List.copyOf(args);
    }

    /** A failure with the given arguments. */
    public static Failure of(FailureCode code, String... args) {
        return new Failure(code, List.of(args));
    }

    /** What happened. */
    public Statement message() {
        return new Statement(code.key(), List.copyOf(args));
    }

    /** What to do next. */
    public Statement nextStep() {
        return new Statement(code.nextStepKey(), List.copyOf(args));
    }
}
