package dev.linkscope.ui.printer.tabs;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What happened before and beside the measuring: notes, changes, and what logs tell. */
final class HistoryTab implements TabBody {
    private final PastCard past;
    private final VBox node;

    /**
     * A tab of these cards.
     *
     * @param cards each hides itself while empty
     */
    HistoryTab(Wording wording, List<Node> cards) {
        past = new PastCard(wording);
        Label nothing = Nodes.wrapped("muted");
        nothing.setId("history-none");
        nothing.setText(wording.text("tabs.history.none"));
        node = new VBox(nothing);
        node.setId("tab-history");
        node.getStyleClass().add("tab-column");
        List<Node> all = Stream.concat(cards.stream(), Stream.of(past)).toList();
        node.getChildren().addAll(all);
        nothing.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> all.stream().noneMatch(Node::isVisible),
                                all.stream()
                                        .map(Node::visibleProperty)
                                        .toArray(Observable[]::new)));
        nothing.managedProperty().bind(nothing.visibleProperty());
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(TabInput input) {
        past.show(input.snapshot().side().past(), input.now());
    }
}
