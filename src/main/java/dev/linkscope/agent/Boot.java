package dev.linkscope.agent;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a command just started to a python that waits for its program. */
final class Boot {
    /** What a login script may print before the command begins, in bytes. */
    private static final int NOISE_LIMIT = 64 * 1024;

    private static final byte[] NUDGE = "\n\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

    private final Inbox inbox;
    private final Outbox outbox;
    private final Limits limits;
    private final Failures failures;

    Boot(Inbox inbox, Outbox outbox, Limits limits, Failures failures) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.limits = limits;
        this.failures = failures;
    }

    /** Passes over what the login shell prints, until python says that it is ready. */
    void awaitPython() throws LinkException, InterruptedException {
        long begun = limits.nanos().getAsLong();
        long noise = 0;
        boolean nudged = false;
        while (true) {
            Duration passed = Duration.ofNanos(limits.nanos().getAsLong() - begun);
            if (!nudged && passed.compareTo(limits.nudgeAfter()) >= 0) {
                outbox.send(NUDGE);
                nudged = true;
            }
            Duration left = (nudged ? limits.readyWithin() : limits.nudgeAfter()).minus(passed);
            if (!left.isPositive()) {
                throw failures.of(FailureCode.SHELL_BLOCKED, ConnectStep.PYTHON);
            }
            switch (inbox.poll(left)) {
                case null -> {}
                case Inbox.TooLong _ -> noise = NOISE_LIMIT + 1L;
                case Inbox.End end ->
                        throw failures.ended(
                                FailureCode.AGENT_NOT_STARTED, ConnectStep.PYTHON, end.cause());
                case Inbox.Line line -> {
                    if (ready(text(line))) {
                        return;
                    }
                    noise += line.bytes().length;
                }
            }
            if (noise > NOISE_LIMIT) {
                throw failures.of(FailureCode.AGENT_GARBAGE, ConnectStep.PYTHON);
            }
        }
    }

    private boolean ready(String line) throws LinkException {
        int missing = line.indexOf(AgentCommand.NO_PYTHON);
        if (missing >= 0) {
            // What follows is the answer of `python --version`, if there is any python at all.
            Matcher version = VERSION.matcher(line.substring(missing));
            String found = version.find() ? version.group() : "";
            throw failures.of(FailureCode.PYTHON_MISSING, ConnectStep.PYTHON, found);
        }
        // A login script may have left a line unfinished before it.
        return line.endsWith(AgentCommand.READY);
    }

    /** The version, if this is the line of a python that is too old. */
    void checkAge(byte[] line) throws LinkException {
        String text = new String(line, StandardCharsets.ISO_8859_1).strip();
        if (text.startsWith(AgentCommand.OLD_PYTHON)) {
            Matcher version = VERSION.matcher(text);
            throw failures.of(
                    FailureCode.PYTHON_TOO_OLD,
                    ConnectStep.PYTHON,
                    version.find() ? version.group() : "");
        }
    }

    private static String text(Inbox.Line line) {
        return new String(line.bytes(), StandardCharsets.ISO_8859_1).strip();
    }
}
