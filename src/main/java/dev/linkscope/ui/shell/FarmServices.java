package dev.linkscope.ui.shell;

import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.engine.port.Discovery;
import dev.linkscope.engine.port.PrinterListReader;
import java.util.function.Supplier;

/**
 * What the window needs for many printers.
 *
 * @param view what printers have in common; returns at once
 * @param incidents what went wrong
 * @param discovery finds printers that announce themselves
 * @param lists reads lists of printers
 */
public record FarmServices(
        Supplier<FarmView> view,
        Incidents incidents,
        Discovery discovery,
        PrinterListReader lists) {
    /** Nothing of it. */
    public static final FarmServices NONE =
            new FarmServices(
                    () -> FarmView.NONE, Incidents.NONE, Discovery.NONE, PrinterListReader.NONE);

    /** The same with what printers have in common. */
    public FarmServices withView(Supplier<FarmView> other) {
        return new FarmServices(other, incidents, discovery, lists);
    }
}
