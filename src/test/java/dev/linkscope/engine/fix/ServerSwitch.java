package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import java.util.List;
import java.util.function.Function;

/** Really mends the server that a printer asks, and really breaks it again. */
final class ServerSwitch implements FixAction {
    private final Function<Printer, FailingPrinter> printers;
    private volatile boolean breaking;

    ServerSwitch(Function<Printer, FailingPrinter> printers) {
        this.printers = printers;
    }

    /** The way is lost right after the next change. */
    void breakNext() {
        breaking = true;
    }

    @Override
    public String id() {
        return FakePlans.SWITCH.id();
    }

    @Override
    public Preview look(Printer printer, ActionCall call, LinkQuestions questions) {
        return new Preview(
                List.of("server ok"),
                List.of(new ValueChange("server", "failing", "ok")),
                "failing",
                printers.apply(printer).mended() ? List.of(Obstacle.ALREADY_SO) : List.of(),
                List.of());
    }

    @Override
    public List<Statement> carryOut(
            Printer printer, ActionCall call, Preview shown, LinkQuestions questions)
            throws LinkException {
        printers.apply(printer).mend();
        if (breaking) {
            breaking = false;
            throw new LinkException(
                    Failure.of(FailureCode.LINK_BROKEN, printer.name()), null, null);
        }
        return List.of();
    }

    @Override
    public void undo(Printer printer, ActionCall call, String undo, LinkQuestions questions) {
        printers.apply(printer).fail();
    }

    @Override
    public Standing standing(
            Printer printer, ActionCall call, String undo, LinkQuestions questions) {
        return printers.apply(printer).mended() ? Standing.IN_PLACE : Standing.NOT_IN_PLACE;
    }
}
