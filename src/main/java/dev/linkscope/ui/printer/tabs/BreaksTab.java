package dev.linkscope.ui.printer.tabs;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where it breaks: the chain to the server, and what this computer sees of the same way. */
final class BreaksTab implements TabBody {
    private final Wording wording;
    private final ChainStrip chain;
    private final WitnessCard witness;
    private final Label nothing = Nodes.onlyWithText(Nodes.wrapped("muted"));
    private final VBox node;

    BreaksTab(Wording wording) {
        this.wording = wording;
        chain = new ChainStrip(wording);
        witness = new WitnessCard(wording);
        nothing.setId("chain-none");
        node = new VBox(nothing, chain, witness);
        node.setId("tab-breaks");
        node.getStyleClass().add("tab-column");
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(TabInput input) {
        boolean empty = input.snapshot().chain().isEmpty();
        nothing.setText(
                empty ? wording.text(input.recorded() ? "chain.recorded" : "chain.early") : "");
        chain.show(input.snapshot().chain());
        witness.show(input.seen(), input.snapshot().server().figures().state());
    }
}
