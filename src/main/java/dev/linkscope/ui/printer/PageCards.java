package dev.linkscope.ui.printer;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** What stands below the charts: where it breaks, the second witness, logs, the plugin's report. */
final class PageCards extends VBox {
    private final ChainStrip chain;
    private final WitnessCard witness;
    private final PastCard past;
    private final PluginCard plugin;

    PageCards(Wording wording, Consumer<SessionSnapshot> readPlugin) {
        chain = new ChainStrip(wording);
        witness = new WitnessCard(wording);
        past = new PastCard(wording);
        plugin = new PluginCard(wording, readPlugin);
        getStyleClass().add("page-cards");
        getChildren().setAll(chain, witness, past, plugin);
    }

    /** Shows a snapshot. */
    void show(SessionSnapshot snapshot, WitnessView seen, boolean signedIn, Instant now) {
        chain.show(snapshot.chain());
        past.show(snapshot.side().past(), now);
        plugin.show(snapshot, signedIn, now);
        witness.show(seen, snapshot.server().figures().state());
    }

    /** Printers whose plugin's report is to be read again and again. */
    Set<PrinterId> repeated() {
        return plugin.repeated();
    }
}
