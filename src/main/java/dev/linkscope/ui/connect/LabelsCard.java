package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Group and tags of printers. Of several, what they have in common is shown: a group that is left
 * empty stays as it is, and tags are added.
 */
public final class LabelsCard extends VBox {
    private final TextField group = new TextField();

    /**
     * A card.
     *
     * @param onSave takes the new labels
     * @param onClose called once the user is done
     */
    public LabelsCard(
            List<Printer> printers,
            Wording wording,
            Consumer<Map<PrinterId, Labels>> onSave,
            Runnable onClose) {
        getStyleClass().add("question");
        setId("labels");
        Label title = Nodes.wrapped("question-title");
        boolean many = printers.size() > 1;
        title.setText(
                many
                        ? wording.text("labels.title.many", printers.size())
                        : wording.text("labels.title", printers.getFirst().name()));
        Labels now = LabelChange.common(printers);
        group.setId("labels-group");
        group.setText(now.group() == null ? "" : now.group());
        group.setPromptText(wording.text(many ? "labels.group.keep" : "labels.group.prompt"));
        var tags = new TextField(many ? "" : String.join(", ", now.tags()));
        tags.setId("labels-tags");
        tags.setPromptText(wording.text(many ? "labels.tags.add" : "labels.tags.prompt"));
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
            var wanted = new Labels(group.getText(), ImportModel.words(tags.getText()));
            onSave.accept(LabelChange.of(printers, wanted));
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
