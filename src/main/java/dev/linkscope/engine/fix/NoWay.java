package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import java.util.List;

/**
 * Does nothing, and says so: for made-up printers, and for what this computer cannot do.
 *
 * @param id of the action that there is no way for
 */
record NoWay(String id) implements FixAction {
    @Override
    public Preview look(Printer printer, ActionCall call, LinkQuestions questions) {
        List<Statement> said =
                printer.target() instanceof Target.Simulated
                        ? List.of(Statement.of("fix.desk.simulated", printer.name()))
                        : List.of();
        return new Preview(List.of(), List.of(), null, List.of(Obstacle.NO_WAY), said);
    }

    @Override
    public List<Statement> carryOut(
            Printer printer, ActionCall call, Preview shown, LinkQuestions questions)
            throws LinkException {
        throw noWay(printer.name());
    }

    @Override
    public void undo(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException {
        throw noWay(printer.name());
    }

    @Override
    public Standing standing(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException {
        throw noWay(printer.name());
    }

    /** There is no way to a printer. */
    static LinkException noWay(String printer) {
        return new LinkException(Failure.of(FailureCode.FIX_NO_WAY, printer), null, null);
    }
}
