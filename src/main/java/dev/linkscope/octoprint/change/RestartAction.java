package dev.linkscope.octoprint.change;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.octoprint.OctoPrintHttp;
import dev.linkscope.octoprint.reading.JobState;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Restarts OctoPrint by the command that is configured in it; never while it prints. */
final class RestartAction implements FixAction {
    static final String ID = "octoprint.restart";

    private static final String COMMANDS = "/api/system/commands/core";
    private static final String RESTART = COMMANDS + "/restart";
    private static final String SENT = "POST " + RESTART;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final Caller caller;
    private final Patience patience;

    /**
     * How long is waited.
     *
     * @param leaving for it to stop answering
     * @param coming for it to answer again; a Pi of the first generation takes some minutes
     */
    record Patience(Duration leaving, Duration coming) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(45), Duration.ofMinutes(5));
    }

    RestartAction(Caller caller, Patience patience) {
        this.caller = caller;
        this.patience = patience;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Preview look(Printer printer, ActionCall call, LinkQuestions questions)
            throws LinkException {
        return caller.look(printer, questions, "SYSTEM", access -> look(access.calls()));
    }

    private static Preview look(OctoPrintHttp calls) throws PrinterApiException {
        if (!isConfigured(calls)) {
            return Caller.hindered(
                    Obstacle.MISSING_PROGRAM, Statement.of("fix.octoprint.no_restart_command"));
        }
        return new Preview(
                List.of(SENT),
                List.of(),
                null,
                List.of(),
                List.of(Statement.of("fix.octoprint.restart_takes")));
    }

    /** Only commands that have a program are listed. */
    private static boolean isConfigured(OctoPrintHttp calls) throws PrinterApiException {
        try {
            for (JsonNode command : calls.get(COMMANDS)) {
                if (command.path("action").asString("").equals("restart")) {
                    return true;
                }
            }
            return false;
        } catch (PrinterApiException e) {
            if (e.problem() == Problem.NOT_THERE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public List<Statement> carryOut(
            Printer printer, ActionCall call, Preview shown, LinkQuestions questions)
            throws LinkException {
        return caller.call(printer, questions, access -> restart(printer, access.calls()));
    }

    private List<Statement> restart(Printer printer, OctoPrintHttp calls)
            throws LinkException, PrinterApiException {
        if (JobState.of(calls) == PrintingNow.State.PRINTING) {
            throw Caller.failure(FailureCode.FIX_PRINTING, printer.name());
        }
        boolean answered = ask(calls);
        if (!leaves(calls)) {
            throw answered
                    ? Caller.failure(FailureCode.FIX_FAILED, printer.name(), SENT + ": it runs on")
                    : Caller.noAnswer(printer, SENT);
        }
        calls.awaitStart(patience.coming());
        return List.of(Statement.of("fix.octoprint.restarted", printer.name()));
    }

    /**
     * Asks for it.
     *
     * @return whether it answered, which it may not where OctoPrint is quick to leave
     */
    private static boolean ask(OctoPrintHttp calls) throws PrinterApiException {
        try {
            JsonNode _ = calls.post(RESTART, JsonNodeFactory.instance.objectNode());
            return true;
        } catch (PrinterApiException e) {
            if (Caller.isCut(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether it stops answering, as it does some seconds after it was asked. */
    private boolean leaves(OctoPrintHttp calls) throws PrinterApiException {
        long end = System.nanoTime() + patience.leaving().toNanos();
        while (System.nanoTime() < end) {
            try {
                calls.get("/api/version");
            } catch (PrinterApiException e) {
                if (Caller.isCut(e)) {
                    return true;
                }
                throw e;
            }
            pause();
        }
        return false;
    }

    private static void pause() throws PrinterApiException {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrinterApiException(Problem.CANCELLED);
        }
    }

    @Override
    public void undo(Printer printer, ActionCall call, String undo, LinkQuestions questions) {
        // A restart leaves nothing to undo.
    }

    @Override
    public Standing standing(
            Printer printer, ActionCall call, String undo, LinkQuestions questions) {
        return Standing.CANNOT_BE_TOLD;
    }
}
