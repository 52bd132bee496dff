package dev.linkscope.examples;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkQuestions;
import java.util.List;

/** Puts a notice into the way of whoever would start a print, while a cable is changed. */
final class MaintenanceAction implements FixAction {
    /** Where the notice is: OctoPrint, a file on the Pi, or what a test has in its place. */
    interface Board {
        String read(Printer printer);

        void write(Printer printer, String notice);
    }

    private final Board board;

    MaintenanceAction(Board board) {
        this.board = board;
    }

    @Override
    public String id() {
        return "notice.set";
    }

    @Override
    public Preview look(Printer printer, ActionCall call, LinkQuestions questions) {
        String before = board.read(printer);
        String after = call.args().getOrDefault("text", "");
        if (before.equals(after)) {
            return new Preview(List.of(), List.of(), null, List.of(Obstacle.ALREADY_SO), List.of());
        }
        return new Preview(
                List.of("notice: " + after),
                List.of(new ValueChange("notice", before, after)),
                before,
                List.of(),
                List.of());
    }

    @Override
    public List<Statement> carryOut(
            Printer printer, ActionCall call, Preview shown, LinkQuestions questions) {
        shown.changes().forEach(change -> board.write(printer, String.valueOf(change.after())));
        return List.of();
    }

    @Override
    public void undo(Printer printer, ActionCall call, String undo, LinkQuestions questions) {
        board.write(printer, undo);
    }

    @Override
    public Standing standing(
            Printer printer, ActionCall call, String undo, LinkQuestions questions) {
        boolean inPlace = board.read(printer).equals(call.args().get("text"));
        return inPlace ? Standing.IN_PLACE : Standing.NOT_IN_PLACE;
    }
}
