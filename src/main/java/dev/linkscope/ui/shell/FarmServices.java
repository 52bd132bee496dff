package dev.linkscope.ui.shell;

import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.engine.port.Discovery;
import dev.linkscope.engine.port.NoticeChannels;
import dev.linkscope.engine.port.PrinterListReader;
import java.util.function.Supplier;

/**
 * What the window needs for many printers.
 *
 * @param view what printers have in common; returns at once
 * @param incidents what went wrong
 * @param discovery finds printers that announce themselves
 * @param lists reads lists of printers
 * @param channels how the user is told, to be set up and tried
 */
public record FarmServices(
        Supplier<FarmView> view,
        Incidents incidents,
        Discovery discovery,
        PrinterListReader lists,
        NoticeChannels channels) {
    /** Nothing of it. */
    public static final FarmServices NONE =
            new FarmServices(
                    () -> FarmView.NONE,
                    Incidents.NONE,
                    Discovery.NONE,
                    PrinterListReader.NONE,
                    NoticeChannels.NONE);

    /** The same with what printers have in common. */
    public FarmServices withView(Supplier<FarmView> other) {
        return new FarmServices(other, incidents, discovery, lists, channels);
    }
}
