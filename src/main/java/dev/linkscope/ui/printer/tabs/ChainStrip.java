package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Where it breaks: the links of the chain from the Pi to the server, in order. The one that breaks
 * is coloured; what lies behind it says that it could not be checked then.
 */
final class ChainStrip extends VBox {
    private final Wording wording;
    private final FlowPane links = new FlowPane();
    private List<LayerState> shown = List.of();

    ChainStrip(Wording wording) {
        this.wording = wording;
        setId("chain");
        getStyleClass().addAll("card", "chain");
        links.getStyleClass().add("chain-links");
        links.setAccessibleText(wording.text("tabs.breaks"));
        getChildren().setAll(links);
    }

    /** Shows these links, nearest first. */
    void show(List<LayerState> chain) {
        if (!chain.equals(shown)) {
            shown = chain;
            List<Node> nodes = new ArrayList<>();
            for (LayerState link : chain) {
                nodes.add(joined(link, nodes.isEmpty()));
            }
            links.getChildren().setAll(nodes);
        }
        Nodes.show(this, !chain.isEmpty());
    }

    /** A link with the line that leads to it, which is broken where the link is. */
    private HBox joined(LayerState state, boolean first) {
        var line = new Region();
        line.setVisible(!first);
        line.getStyleClass().add("chain-join");
        tone(state.health()).applyTo(line);
        var both = new HBox(line, link(state));
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private VBox link(LayerState state) {
        String name = wording.text("chain." + state.layer().wireName());
        Label title = Nodes.labelled(name, "chain-name");
        // A link is as wide as its name in a language of long words, or in large text.
        title.setMinWidth(USE_PREF_SIZE);
        Label how = Nodes.wrapped("small");
        how.setText(text(state));
        var box = new VBox(title, how);
        box.getStyleClass().add("chain-link");
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(name + ": " + how.getText());
        tone(state.health()).applyTo(box);
        return box;
    }

    private String text(LayerState state) {
        String key = "chain.health." + state.health().name().toLowerCase(Locale.ROOT);
        boolean counted = state.health() == Health.BREAKS && state.counts().measured() > 0;
        return counted
                ? wording.text(key + ".counted", state.counts().failed(), state.counts().measured())
                : wording.text(key);
    }

    private static Tone tone(Health health) {
        return switch (health) {
            case WORKS -> Tone.GOOD;
            case BREAKS -> Tone.WATCH;
            case DOWN -> Tone.BAD;
            case NOT_CHECKED, UNKNOWN -> Tone.NEUTRAL;
        };
    }
}
