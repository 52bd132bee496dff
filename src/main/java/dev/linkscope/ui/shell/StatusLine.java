package dev.linkscope.ui.shell;

import dev.linkscope.ui.common.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the lower edge: the agent of the chosen printer and what came from it. */
final class StatusLine extends HBox {
    private final Label agent = Nodes.label("small", "muted");
    private final Label outcomes = Nodes.label("small", "muted");
    private final Label simulated = Nodes.onlyWithText(Nodes.label("small", "simulated-mark"));

    StatusLine() {
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(agent, Priority.ALWAYS);
        agent.setMaxWidth(Double.MAX_VALUE);
        outcomes.setMinWidth(Region.USE_PREF_SIZE);
        simulated.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(agent, simulated, outcomes);
    }

    void show(StatusText text) {
        agent.setText(text.agent());
        outcomes.setText(text.outcomes());
        simulated.setText(text.simulated());
    }

    void clear() {
        show(new StatusText("", "", ""));
    }
}
