package dev.linkscope.domain.diagnosis;

import dev.linkscope.domain.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * An expected failure: what happened and, through its code, what to do next.
 *
 * @param code which failure
 * @param args arguments of both sentences, in order, such as the host; free of secrets
 */
public record Failure(FailureCode code, List<String> args) {
    private static final int MOST_ARGS = 5;

    public Failure {
        args = List.copyOf(args);
    }

    /** A failure with the given arguments. */
    public static Failure of(FailureCode code, String... args) {
        return new Failure(code, List.of(args));
    }

    /** What happened. */
    public Statement message() {
        return new Statement(code.key(), padded());
    }

    /** What to do next. */
    public Statement nextStep() {
        return new Statement(code.nextStepKey(), padded());
    }

    /** Details that are not known are empty, so that no placeholder shows in a sentence. */
    private List<Object> padded() {
        return Stream.concat(args.stream(), Stream.generate(() -> ""))
                .limit(Math.max(MOST_ARGS, args.size()))
                .map(arg -> (Object) arg)
                .toList();
    }
}
