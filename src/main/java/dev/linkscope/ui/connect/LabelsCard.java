package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Group and tags of one printer. */
public final class LabelsCard extends VBox {
    private final TextField group = new TextField();

    /**
     * A card.
     *
     * @param onSave takes the new labels
     * @param onClose called once the user is done
     */
    public LabelsCard(Printer printer, Wording wording, Consumer<Labels> onSave, Runnable onClose) {
        getStyleClass().add("question");
        setId("labels");
        Label title = Nodes.wrapped("question-title");
        title.setText(wording.text("labels.title", printer.name()));
        Labels now = printer.labels();
        group.setId("labels-group");
        group.setText(now.group() == null ? "" : now.group());
        group.setPromptText(wording.text("labels.group.prompt"));
        var tags = new TextField(String.join(", ", now.tags()));
        tags.setId("labels-tags");
        tags.setPromptText(wording.text("labels.tags.prompt"));
        Label groupLabel = Nodes.labelled(wording.text("labels.group"), "muted", "small");
        groupLabel.setLabelFor(group);
        Label tagsLabel = Nodes.labelled(wording.text("labels.tags"), "muted", "small");
        tagsLabel.setLabelFor(tags);
        var cancel = new Button(wording.text("add.cancel"));
        cancel.setOnAction(event -> onClose.run());
        var save = new Button(wording.text("labels.save"));
        save.setId("labels-save");
        save.setDefaultButton(true);
        save.getStyleClass().add("accent");
        save.setOnAction(event -> {
            onSave.accept(new Labels(group.getText(), ImportModel.words(tags.getText())));
            onClose.run();
        });
        for (Button button : new Button[] {cancel, save}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var row = new HBox(Nodes.spacer(), cancel, save);
        row.getStyleClass().add("buttons");
        getChildren().setAll(title, groupLabel, group, tagsLabel, tags, row);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        group.requestFocus();
    }
}
