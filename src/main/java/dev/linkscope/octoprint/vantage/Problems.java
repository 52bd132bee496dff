package dev.linkscope.octoprint.vantage;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.PrinterApiException;
import org.jspecify.annotations.Nullable;

/** What a session is told when OctoPrint itself does not answer as it should. */
final class Problems {
    private Problems() {}

    /** At a step of connecting; without one, of a channel that was open. */
    static LinkException of(PrinterApiException problem, String host, @Nullable ConnectStep step) {
        FailureCode code =
                switch (problem.problem()) {
                    case UNREACHABLE ->
                            step == null ? FailureCode.LINK_BROKEN : FailureCode.UNREACHABLE;
                    // While it starts, it answers with nearly anything.
                    case STARTING, DOWN, GARBAGE, NOT_THERE, RATE_LIMITED ->
                            FailureCode.OCTOPRINT_DOWN;
                    case WRONG_KEY, NO_PERMISSION, NOT_SET_UP, NOT_TRUSTED, DENIED, CANCELLED ->
                            problem.problem().failure();
                };
        return new LinkException(Failure.of(code, host, "OctoPrint"), step, problem);
    }

    static LinkException cancelled(String host) {
        return new LinkException(Failure.of(FailureCode.CANCELLED, host), null, null);
    }
}
