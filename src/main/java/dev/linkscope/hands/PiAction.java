package dev.linkscope.hands;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.engine.port.PiProgram;
import dev.linkscope.hands.Reply.BadReply;
import dev.linkscope.hands.Request.Mode;
import dev.linkscope.support.OneLine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One change, made by the program that is sent to the printer's computer. */
final class PiAction implements FixAction {
    /** A restart of a unit may take 90 s, and the turn of another change 45 s before it. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final int MOST_PRINTED = 200;
    private static final String WANTS_PASSWORD = "wants_password";

    private final String id;
    private final PiProgram program;
    private final BiFunction<Printer, ActionCall, Map<String, String>> args;

    PiAction(
            String id,
            PiProgram program,
            BiFunction<Printer, ActionCall, Map<String, String>> args) {
        this.id = id;
        this.program = program;
        this.args = args;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Preview look(Printer printer, ActionCall call, LinkQuestions questions)
            throws LinkException {
        return ask(printer, request(Mode.LOOK, printer, call, null, null), false, questions)
                .of(Reply::preview);
    }

    @Override
    public List<Statement> carryOut(
            Printer printer, ActionCall call, Preview shown, LinkQuestions questions)
            throws LinkException {
        boolean password = shown.obstacles().contains(Obstacle.WANTS_PASSWORD);
        return ask(printer, request(Mode.DO, printer, call, shown, null), password, questions)
                .of(Reply::said);
    }

    @Override
    public void undo(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException {
        ask(printer, request(Mode.UNDO, printer, call, null, undo), false, questions);
    }

    @Override
    public Standing standing(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException {
        return ask(printer, request(Mode.STANDING, printer, call, null, undo), false, questions)
                .of(Reply::standing);
    }

    private Request request(
            Mode mode,
            Printer printer,
            ActionCall call,
            @Nullable Preview shown,
            @Nullable String undo) {
        return new Request(mode, id, args.apply(printer, call), shown, undo);
    }

    /** Asks, and once more with a password where it turns out that one is wanted. */
    private Answer ask(Printer printer, Request request, boolean password, LinkQuestions questions)
            throws LinkException {
        Answer answer =
                password
                        ? withPassword(printer, request, user(printer), questions)
                        : run(printer, request, null, questions);
        if (!password && answer.of(Reply::error).equals(WANTS_PASSWORD)) {
            answer = withPassword(printer, request, answer.of(Reply::user), questions);
        }
        answer.check();
        return answer;
    }

    private Answer withPassword(
            Printer printer, Request request, String user, LinkQuestions questions)
            throws LinkException {
        String host = host(printer);
        String subject = user.isEmpty() ? host : user + "@" + host;
        char[] password = questions.secret(new SecretQuestion(SecretKind.SUDO, subject, null));
        if (password == null) {
            throw failure(FailureCode.CANCELLED, host);
        }
        try {
            return run(printer, request, password, questions);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Answer run(
            Printer printer, Request request, char @Nullable [] password, LinkQuestions questions)
            throws LinkException {
        byte[] input = request.bytes(password);
        String host = host(printer);
        try {
            PiProgram.Output output =
                    program.run(printer, HandsProgram.COMMAND, input, LONGEST, questions);
            return new Answer(host, reply(host, output));
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    private static Reply reply(String host, PiProgram.Output output) throws LinkException {
        try {
            return Reply.of(output.text());
        } catch (BadReply e) {
            if (output.exitCode() == HandsProgram.NO_PYTHON) {
                throw failure(FailureCode.PYTHON_MISSING, host);
            }
            throw failure(FailureCode.FIX_FAILED, host, printed(output).orElse(e.what()));
        }
    }

    /** What was printed instead of a reply: the last line of it that says something. */
    private static Optional<String> printed(PiProgram.Output output) {
        return Stream.of(output.text(), output.errors())
                .flatMap(String::lines)
                .map(line -> OneLine.of(line, MOST_PRINTED))
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second);
    }

    private static String user(Printer printer) {
        return printer.target() instanceof Target.Ssh ssh && ssh.user() != null ? ssh.user() : "";
    }

    /** The computer, without its user. */
    private static String host(Printer printer) {
        return printer.target() instanceof Target.Ssh ssh
                ? new Target.Ssh(ssh.host(), ssh.port(), null, null).display()
                : printer.target().display();
    }

    private static LinkException failure(FailureCode code, String... args) {
        return new LinkException(Failure.of(code, args), null, null);
    }

    /** A reply, and whose. */
    private record Answer(String host, Reply reply) {
        <T> T of(Part<T> part) throws LinkException {
            try {
                return part.of(reply);
            } catch (BadReply e) {
                throw failure(FailureCode.FIX_FAILED, host, e.what());
            }
        }

        /** Throws if it tells of an error. */
        void check() throws LinkException {
            String error = of(Reply::error);
            if (!error.isEmpty()) {
                String text = of(Reply::errorText);
                throw switch (error) {
                    case "changed_meanwhile" ->
                            failure(
                                    FailureCode.FIX_CHANGED_MEANWHILE,
                                    host,
                                    text.isEmpty() ? "" : text + ".");
                    case "wrong_password" ->
                            failure(FailureCode.FIX_WRONG_PASSWORD, host, of(Reply::user));
                    case "no_rights", WANTS_PASSWORD ->
                            failure(FailureCode.FIX_NO_RIGHTS, host, of(Reply::user));
                    default -> failure(FailureCode.FIX_FAILED, host, text);
                };
            }
        }
    }

    /**
     * A part of a reply.
     *
     * @param <T> what it is
     */
    @FunctionalInterface
    private interface Part<T> {
        T of(Reply reply) throws BadReply;
    }
}
