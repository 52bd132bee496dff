package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.report.PdfExport;
import java.util.List;
import java.util.function.Supplier;
import javafx.stage.Window;

/** Which printers go into a report, and what its file is called at first. */
final class Reports {
    private final PdfExport export;
    private final Wording wording;
    private final Supplier<Window> owner;

    Reports(PdfExport export, Wording wording, Supplier<Window> owner) {
        this.export = export;
        this.wording = wording;
        this.owner = owner;
    }

    /** The report of a printer. */
    void one(Printer printer) {
        write(List.of(printer.id()), wording.text("export.name.one", printer.name()));
    }

    /** The report of all printers, if there are any. */
    void all(List<PrinterId> printers) {
        if (!printers.isEmpty()) {
            write(printers, wording.text("export.name.all"));
        }
    }

    /** The report of the printers of a plan. */
    void ofPlan(FixView plan) {
        write(
                plan.members().stream().map(FixView.Member::printer).toList(),
                wording.text("export.name.one", plan.members().getFirst().name()));
    }

    private void write(List<PrinterId> printers, String name) {
        export.ask(owner.get(), printers, name);
    }
}
