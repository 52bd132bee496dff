package dev.linkscope.ui.shell;

import dev.linkscope.ui.common.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The line at the lower edge: the agent of the chosen printer what came from it, and how large the
 * history is.
 */
final class StatusLine extends HBox {
    private final Label agent = Nodes.shortened("small", "muted");
    private final Label outcomes = Nodes.label("small", "muted");
    private final Label history = Nodes.onlyWithText(Nodes.label("small", "muted"));
    private final Tooltip kept = new Tooltip();
    private final Label simulated = Nodes.onlyWithText(Nodes.label("small", "simulated-mark"));

    StatusLine() {
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(agent, Priority.ALWAYS);
        agent.setMaxWidth(Double.MAX_VALUE);
        outcomes.setMinWidth(Region.USE_PREF_SIZE);
        simulated.setMinWidth(Region.USE_PREF_SIZE);
        history.setId("history-size");
        history.setMinWidth(Region.USE_PREF_SIZE);
        history.setTooltip(kept);
        getChildren().setAll(agent, simulated, outcomes, history);
    }

    /** Takes in the way to what takes long. */
    void add(Node tasks) {
        getChildren().add(getChildren().indexOf(outcomes), tasks);
    }

    void show(StatusText text) {
        agent.setText(text.agent());
        outcomes.setText(text.outcomes());
        simulated.setText(text.simulated());
    }

    /**
     * Says how large the history is.
     *
     * @param size in a few words
     * @param more what is kept, in sentences
     */
    void showHistory(String size, String more) {
        history.setText(size);
        kept.setText(more);
        history.setAccessibleText(size + ". " + more);
    }

    void clear() {
        show(new StatusText("", "", ""));
    }
}
