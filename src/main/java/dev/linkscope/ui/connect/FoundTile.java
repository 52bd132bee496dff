package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.FoundPrinters.Candidate;
import dev.linkscope.engine.port.Discovery;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The first way to begin: the printers that announce themselves. */
final class FoundTile extends HBox {
    /** How many are named before the rest is counted. */
    private static final int NAMED = 4;

    private final Wording wording;
    private final FoundModel model;
    private final Label title = Nodes.wrapped("fact-value");
    private final Label detail = Nodes.wrapped("muted", "small");
    private final Button add = new Button();

    /**
     * A tile.
     *
     * @param shown searched while this is on the screen
     * @param onAdd takes what was found
     */
    FoundTile(Wording wording, Discovery discovery, Node shown, Consumer<List<Printer>> onAdd) {
        this.wording = wording;
        model = new FoundModel(discovery, List::of);
        title.setId("found-title");
        detail.setId("found-detail");
        add.setId("found-add");
        add.setMinWidth(USE_PREF_SIZE);
        add.getStyleClass().add("accent");
        add.setOnAction(event ->
                onAdd.accept(model.candidates().stream().map(Candidate::printer).toList()));
        var sign = new StackPane(Nodes.icon(MaterialDesignM.MAGNIFY, "tile-icon"));
        sign.getStyleClass().add("tile-sign");
        var words = new VBox(title, detail);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(sign, words, add);
        getStyleClass().add("tile");
        setAlignment(Pos.CENTER_LEFT);
        model.candidates().addListener((ListChangeListener<Candidate>) change -> show());
        model.patientProperty().subscribe(patient -> show());
        model.searchWhileShown(shown);
    }

    private void show() {
        List<Candidate> found = model.candidates();
        boolean none = found.isEmpty();
        add.setDisable(none);
        add.setText(wording.text("found.tile.button", found.size()));
        if (none) {
            String state = model.patientProperty().get() ? "looking" : "nothing";
            title.setText(wording.text("found." + state + ".title"));
            detail.setText(wording.text("found." + state + ".detail"));
        } else {
            String names =
                    found.stream()
                            .limit(NAMED)
                            .map(one -> one.printer().target().display())
                            .collect(Collectors.joining(", "));
            title.setText(wording.text("found.title", found.size()));
            detail.setText(wording.text("found.tile.detail", names, found.size() - NAMED));
        }
    }
}
