package dev.linkscope.engine.port;

import dev.linkscope.domain.diagnosis.FailureCode;
import java.io.Serial;
import java.util.Locale;

/** OctoPrint did not do what was asked. Its message holds no secret. */
public final class PrinterApiException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** An exception for one problem. */
    public PrinterApiException(Problem problem) {
        super(problem.name());
        this.problem = problem;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** What can be wrong; each has a sentence and a next step in the bundle {@code failure}. */
    public enum Problem {
        /** Nothing answers there. */
        UNREACHABLE,
        /** Its certificate is not one that this computer trusts. */
        NOT_TRUSTED,
        /** OctoPrint is starting. */
        STARTING,
        /** The proxy answers, OctoPrint does not run. */
        DOWN,
        /** Its first-run wizard is not finished. */
        NOT_SET_UP,
        /** The key is not known to it. */
        WRONG_KEY,
        /** The key is good, its user may not do this. */
        NO_PERMISSION,
        /** What was asked for is not there: an older version, or a plugin that is missing. */
        NOT_THERE,
        /** It wants fewer requests. */
        RATE_LIMITED,
        /** The user said no in OctoPrint, or nobody decided in time. */
        DENIED,
        /** The answer is none of OctoPrint's. */
        GARBAGE,
        /** The user gave up, or Linkscope ends. */
        CANCELLED;

        /** The same as the failure of a link. */
        public FailureCode failure() {
            return this == CANCELLED
                    ? FailureCode.CANCELLED
                    : FailureCode.valueOf("OCTOPRINT_" + name());
        }

        /** Key of its sentence in the bundle; its argument is the address of OctoPrint. */
        public String key() {
            return "failure.octoprint." + name().toLowerCase(Locale.ROOT);
        }

        /** Key of its next step in the bundle. */
        public String nextStepKey() {
            return key() + ".next";
        }
    }
}
