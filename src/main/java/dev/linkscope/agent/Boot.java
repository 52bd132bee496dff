package dev.linkscope.agent;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a command just started to a python or a shell that waits for its program. */
final class Boot {
    private static final Logger LOG = LoggerFactory.getLogger(Boot.class);

    /** What a login script may print before the command begins, in bytes. */
    private static final int NOISE_LIMIT = 64 * 1024;

    private static final byte[] NUDGE = "\n\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern READY = Pattern.compile(AgentCommand.READY + "(?: (\\S.*))?$");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

    private final Inbox inbox;
    private final Outbox outbox;
    private final Limits limits;
    private final Failures failures;
    private boolean nudged;

    Boot(Inbox inbox, Outbox outbox, Limits limits, Failures failures) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.limits = limits;
        this.failures = failures;
    }

    /** Passes over what the login shell prints, until somebody says that it is ready. */
    Interpreter awaitInterpreter() throws LinkException, InterruptedException {
        long begun = limits.nanos().getAsLong();
        long noise = 0;
        String printed = "";
        while (noise <= NOISE_LIMIT) {
            switch (inbox.poll(patience(begun))) {
                case null -> {}
                case Inbox.TooLong _ -> noise = NOISE_LIMIT + 1L;
                case Inbox.End end ->
                        throw failures.ended(
                                FailureCode.AGENT_NOT_STARTED,
                                ConnectStep.PYTHON,
                                end.cause(),
                                printed);
                case Inbox.Line line -> {
                    String text = text(line);
                    Interpreter ready = ready(text);
                    if (ready != null) {
                        return ready;
                    }
                    printed = text.isEmpty() ? printed : text;
                    noise += line.bytes().length;
                }
            }
        }
        throw failures.of(FailureCode.AGENT_GARBAGE, ConnectStep.PYTHON);
    }

    /** How long to wait before something has to be done; nudges the shell when it is time. */
    private Duration patience(long begun) throws LinkException {
        Duration passed = Duration.ofNanos(limits.nanos().getAsLong() - begun);
        if (passed.compareTo(limits.readyWithin()) >= 0) {
            throw failures.of(FailureCode.SHELL_BLOCKED, ConnectStep.PYTHON);
        }
        if (!nudged && passed.compareTo(limits.nudgeAfter()) >= 0) {
            outbox.send(NUDGE);
            nudged = true;
        }
        return (nudged ? limits.readyWithin() : limits.nudgeAfter()).minus(passed);
    }

    private @Nullable Interpreter ready(String line) throws LinkException {
        int missing = line.indexOf(AgentCommand.NO_PYTHON);
        if (missing >= 0) {
            // What follows is the answer of `python --version`, if there is any python at all.
            Matcher version = VERSION.matcher(line.substring(missing));
            throw failures.of(FailureCode.PYTHON_MISSING, ConnectStep.PYTHON, found(version));
        }
        int old = line.indexOf(AgentCommand.OLD_PYTHON);
        if (old >= 0) {
            checkAge(line.substring(old).getBytes(StandardCharsets.ISO_8859_1));
        }
        // A login script may have left a line unfinished before it.
        Matcher ready = READY.matcher(line);
        if (!ready.find()) {
            return line.endsWith(AgentCommand.READY_SHELL) ? Interpreter.SHELL : null;
        }
        LOG.debug("The agent's python: {}", Failures.lastLine(ready.group()));
        return Interpreter.PYTHON;
    }

    /** The version, if this is the line of a python that is too old. */
    void checkAge(byte[] line) throws LinkException {
        String text = new String(line, StandardCharsets.ISO_8859_1).strip();
        if (text.startsWith(AgentCommand.OLD_PYTHON)) {
            Matcher version = VERSION.matcher(text);
            throw failures.of(FailureCode.PYTHON_TOO_OLD, ConnectStep.PYTHON, found(version));
        }
    }

    private static String found(Matcher version) {
        return version.find() ? "Python " + version.group() : "";
    }

    private static String text(Inbox.Line line) {
        return new String(line.bytes(), StandardCharsets.ISO_8859_1).strip();
    }
}
