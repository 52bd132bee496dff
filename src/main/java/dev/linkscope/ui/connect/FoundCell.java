package dev.linkscope.ui.connect;

import dev.linkscope.engine.FoundPrinters.Candidate;
import dev.linkscope.engine.port.Discovery.Found;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One printer found: whether it is chosen, what it is called and where it is. */
final class FoundCell extends ListCell<Candidate> {
    private final Wording wording;
    private final Predicate<Candidate> chosen;
    private final CheckBox check = new CheckBox();
    private final Label name = Nodes.label("fact-value");
    private final Label detail = Nodes.label("muted", "small");
    private final Label watched = Nodes.label("muted", "small");
    private final HBox row;

    /**
     * A cell.
     *
     * @param chosen whether a printer is chosen
     * @param onToggle chooses it or leaves it out
     */
    FoundCell(Wording wording, Predicate<Candidate> chosen, Consumer<Candidate> onToggle) {
        this.wording = wording;
        this.chosen = chosen;
        getStyleClass().add("found-cell");
        // The whole row is the button.
        check.setMouseTransparent(true);
        check.setFocusTraversable(false);
        watched.setMinWidth(USE_PREF_SIZE);
        var words = new VBox(name, detail);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(check, words, watched);
        row.getStyleClass().add("found-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(0);
        setOnMouseClicked(event -> {
            Candidate item = getItem();
            if (item != null) {
                onToggle.accept(item);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Candidate item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Found found = item.found();
        check.setSelected(item.watched() || chosen.test(item));
        check.setDisable(item.watched());
        check.setAccessibleText(item.printer().name());
        name.setText(item.printer().name());
        String kind = wording.text("found.kind." + found.kind());
        String version = found.version();
        detail.setText(
                wording.text(
                        "found.cell.detail",
                        found.host(),
                        found.addresses().getFirst().getHostAddress(),
                        version == null ? kind : kind + " " + version));
        watched.setText(item.watched() ? wording.text("found.watched") : "");
        row.setOpacity(item.watched() ? 0.6 : 1);
        setGraphic(row);
        setAccessibleText(name.getText() + ", " + detail.getText() + ", " + watched.getText());
    }
}
