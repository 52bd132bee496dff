package dev.linkscope.ui.fix;

import dev.linkscope.domain.printer.PrinterId;
import java.util.List;

/** Ways into the wizard. */
public interface FixActions {
    /** Opens the wizard for a cause; goes on with what was begun. */
    void fix(String rule, List<PrinterId> printers);

    /** Opens the wizard where it was left. */
    void open(String group);
}
