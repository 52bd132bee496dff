package dev.linkscope.agent;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.support.OneLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the failures of one conversation. The first argument of each is the host. */
final class Failures {
    /** Exit codes may arrive a moment after the end of the output. */
    private static final int EXIT_TRIES = 20;

    private static final long EXIT_PAUSE_MILLIS = 25;
    private static final int DETAIL_LIMIT = 200;

    private final AgentStreams streams;
    private final String host;

    Failures(AgentStreams streams, String host) {
        this.streams = streams;
        this.host = host;
    }

    /** A failure with the host and further arguments. */
    LinkException of(FailureCode code, @Nullable ConnectStep step, String... more) {
        return of(code, step, null, more);
    }

    /**
     * The output ended. If the command's exit is known, or the connection still stands, the command
     * ended; else the connection broke.
     *
     * @param whenExited what the end of the command means at this point; its further argument is
     *     the last line of the error stream, else of {@code printed}, else the exit code
     * @param printed what the command printed instead of the protocol; empty if nothing
     */
    LinkException ended(
            FailureCode whenExited,
            @Nullable ConnectStep step,
            @Nullable Throwable cause,
            String printed) {
        Integer exit = awaitExit();
        if (exit == null && !streams.connected()) {
            return of(FailureCode.LINK_BROKEN, step, cause);
        }
        String last = lastLine(streams.errorTail());
        if (last.isEmpty()) {
            last = lastLine(printed);
        }
        if (last.isEmpty() && exit != null) {
            last = "It ended with exit code " + exit + ".";
        }
        return of(whenExited, step, cause, last);
    }

    /** The calling thread was interrupted; keeps its mark. */
    LinkException cancelled(@Nullable ConnectStep step) {
        Thread.currentThread().interrupt();
        return of(FailureCode.CANCELLED, step);
    }

    /** The last line that says something, bounded and without control characters. */
    static String lastLine(String text) {
        List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.isEmpty()) {
            return "";
        }
        return OneLine.of(lines.getLast(), DETAIL_LIMIT);
    }

    private LinkException of(
            FailureCode code,
            @Nullable ConnectStep step,
            @Nullable Throwable cause,
            String... more) {
        List<String> args = new ArrayList<>();
        args.add(host);
        args.addAll(Arrays.asList(more));
        return new LinkException(new Failure(code, args), step, cause);
    }

    private @Nullable Integer awaitExit() {
        for (int i = 0; i < EXIT_TRIES && streams.exitCode() == null; i++) {
            try {
                Thread.sleep(EXIT_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return streams.exitCode();
    }
}
