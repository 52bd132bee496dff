package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The plugin's own report, or a sentence why there is none. */
final class PluginTab implements TabBody {
    private final Wording wording;
    private final TabServices services;
    private final PluginCard card;
    private final Label nothing = Nodes.onlyWithText(Nodes.wrapped("muted"));
    private final VBox node;

    PluginTab(Wording wording, TabServices services) {
        this.wording = wording;
        this.services = services;
        card = new PluginCard(wording, services.readPlugin());
        nothing.setId("plugin-none");
        node = new VBox(nothing, card);
        node.setId("tab-plugin");
        node.getStyleClass().add("tab-column");
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(TabInput input) {
        card.show(
                input.snapshot(),
                services.signedIn().test(input.snapshot().printer()),
                input.now());
        boolean madeUp = input.snapshot().printer().target() instanceof Target.Simulated;
        nothing.setText(
                card.isVisible()
                        ? ""
                        : wording.text(madeUp ? "plugin.simulated" : "plugin.recorded"));
    }

    /** Printers whose report is to be read again and again. */
    Set<PrinterId> repeated() {
        return card.repeated();
    }
}
