package dev.linkscope.octoprint.change;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.octoprint.User;
import java.util.Arrays;
import java.util.List;

/** Signs in with the OctoPrint of a printer, and tells what fails as a link does. */
final class Caller {
    private final Door.Doors doors;

    Caller(Door.Doors doors) {
        this.doors = doors;
    }

    /**
     * Something to be done there.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Work<T> {
        T with(Access access) throws LinkException, PrinterApiException;
    }

    /** Does it. */
    <T> T call(Printer printer, LinkQuestions questions, Work<T> work) throws LinkException {
        TargetUrl octoPrint = OctoPrintDesk.guess(printer);
        try {
            Door door = doors.of(printer, questions);
            octoPrint = door.octoPrint();
            try (Access access = Access.through(door)) {
                return work.with(access);
            }
        } catch (PrinterApiException e) {
            throw OctoPrintDesk.failure(null, e.problem(), octoPrint);
        }
    }

    /**
     * Looks what could be done, for somebody who may.
     *
     * @param permission as OctoPrint names it; administrators have all
     */
    Preview look(Printer printer, LinkQuestions questions, String permission, Work<Preview> work)
            throws LinkException {
        try {
            Door door = doors.of(printer, questions);
            if (OctoPrintDesk.isMoonraker(door.octoPrint())) {
                Arrays.fill(door.key(), '\0');
                return hindered(
                        Obstacle.NOT_HERE, Statement.of("fix.octoprint.moonraker", printer.name()));
            }
            return signedIn(printer, door, permission, work);
        } catch (PrinterApiException e) {
            return refused(printer, e, OctoPrintDesk.guess(printer));
        } catch (LinkException e) {
            if (e.failure().code() == FailureCode.FIX_NO_WAY) {
                return hindered(Obstacle.NO_WAY, e.failure().message());
            }
            throw e;
        }
    }

    private static Preview signedIn(
            Printer printer, Door door, String permission, Work<Preview> work)
            throws LinkException {
        try (Access access = Access.through(door)) {
            User user = access.calls().user();
            if (!user.isAdmin() && !user.permissions().contains(permission)) {
                return hindered(
                        Obstacle.NO_KEY,
                        Statement.of("fix.octoprint.permission", user.name(), permission));
            }
            return work.with(access);
        } catch (PrinterApiException e) {
            return refused(printer, e, door.octoPrint());
        }
    }

    /** What is wrong with the key is told as an obstacle; the rest keeps anybody from looking. */
    private static Preview refused(Printer printer, PrinterApiException e, TargetUrl octoPrint)
            throws LinkException {
        return switch (e.problem()) {
            case WRONG_KEY ->
                    hindered(
                            Obstacle.NO_KEY,
                            Statement.of("fix.octoprint.wrong_key", printer.name()));
            case NO_PERMISSION, NOT_SET_UP ->
                    hindered(
                            Obstacle.NO_KEY,
                            Statement.of(e.problem().key(), octoPrint.display()),
                            Statement.of(e.problem().nextStepKey(), octoPrint.display()));
            default -> throw OctoPrintDesk.failure(null, e.problem(), octoPrint);
        };
    }

    /** A look that ends at an obstacle. */
    static Preview hindered(Obstacle obstacle, Statement... said) {
        return new Preview(List.of(), List.of(), null, List.of(obstacle), List.of(said));
    }

    /** Something that is sent to change something. */
    @FunctionalInterface
    interface Sending {
        void send() throws PrinterApiException;
    }

    /**
     * Sends it.
     *
     * @param what is sent, for people
     * @throws LinkException {@code FIX_FAILED} if no proper answer came, so that it may have been
     *     done or not
     */
    static void send(Printer printer, String what, Sending sending)
            throws LinkException, PrinterApiException {
        try {
            sending.send();
        } catch (PrinterApiException e) {
            if (isCut(e)) {
                throw noAnswer(printer, what);
            }
            throw e;
        }
    }

    /** Whether it is what is heard from an OctoPrint that leaves, or to which the way is lost. */
    static boolean isCut(PrinterApiException e) {
        return switch (e.problem()) {
            case UNREACHABLE, STARTING, DOWN, GARBAGE -> true;
            default -> false;
        };
    }

    /** Nobody knows whether what was sent was done. */
    static LinkException noAnswer(Printer printer, String what) {
        return failure(FailureCode.FIX_FAILED, printer.name(), what + ": no answer");
    }

    /** A failure of a change. */
    static LinkException failure(FailureCode code, String... args) {
        return new LinkException(Failure.of(code, args), null, null);
    }
}
