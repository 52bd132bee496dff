package dev.linkscope.launch;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.farm.FarmBoard;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.IncidentDesk;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.SecretStore;
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
     * Begins.
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
        TargetUrl webhook = delivery.webhook();
        // What comes from a file stays out of the keychain.
        var channels =
                Wiring.channels(() -> alerts, webhook == null ? Wiring.KEYCHAIN : SecretStore.NONE);
        if (webhook != null) {
            boolean _ = channels.keepWebhook(webhook);
        }
        var board = new FarmBoard(farm, Wiring.CLOCK);
        var desk =
                new IncidentDesk(
                        farm,
                        board::view,
                        () -> alerts,
                        lines,
                        channels,
                        terminal.messages()::render,
                        Wiring.CLOCK,
                        terminal.messages().zone());
        board.start();
        desk.start();
        return new WatchDesk(
                board::view,
                desk,
                () -> {
                    desk.close();
                    board.close();
                    channels.close();
                    lines.close();
                });
    }

    @Override
    public void close() {
        closing.run();
    }
}
