package dev.linkscope.ui.report;

import dev.linkscope.engine.report.Removed;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was taken out of a report: what it was, what stands in its place, how often. */
final class RemovedList extends VBox {
    private final Wording wording;
    private final Label lead = Nodes.wrapped("muted");
    private final ListView<Removed> list = new ListView<>();

    RemovedList(Wording wording) {
        this.wording = wording;
        getStyleClass().add("page-preview");
        setId("export-removed");
        list.setId("export-removed-list");
        list.getStyleClass().add("report-list");
        list.setAccessibleText(wording.text("export.removed"));
        list.setCellFactory(view -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(lead, list);
    }

    void show(List<Removed> removed) {
        int times = removed.stream().mapToInt(Removed::times).sum();
        lead.setText(
                removed.isEmpty()
                        ? wording.text("export.removed.nothing")
                        : wording.text("export.removed.lead", removed.size(), times));
        list.getItems().setAll(removed);
        Nodes.show(list, !removed.isEmpty());
    }

    /** What kind of value it was, in words. */
    private String kind(Removed removed) {
        String key = "redaction.kind." + removed.kind();
        return wording.messages().has(key)
                ? wording.text(key)
                : wording.text("export.removed.kind", removed.kind());
    }

    private final class Cell extends ListCell<Removed> {
        private final Label kind = Nodes.wrapped();
        private final Label shown = Nodes.label("fix-commands");
        private final Label times = Nodes.label("muted");
        private final HBox row = new HBox(10, kind, shown, Nodes.spacer(), times);

        Cell() {
            kind.setMinWidth(190);
            kind.setPrefWidth(190);
            times.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Removed item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            kind.setText(kind(item));
            shown.setText(item.shown());
            times.setText(wording.text("export.removed.times", item.times()));
            setGraphic(row);
            setAccessibleText(
                    wording.text(
                            "export.removed.spoken", kind.getText(), item.shown(), item.times()));
        }
    }
}
