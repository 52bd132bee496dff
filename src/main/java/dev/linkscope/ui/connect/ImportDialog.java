package dev.linkscope.ui.connect;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.PrinterListReader.Entry;
import dev.linkscope.engine.port.PrinterListReader.PrinterList;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.NoteArea;
import dev.linkscope.ui.common.Wording;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Brings a list of printers: from a file or pasted, with what was understood of it. */
public final class ImportDialog extends VBox {
    private final ImportModel model;
    private final Wording wording;
    private final Consumer<List<Printer>> onContinue;
    private final Runnable onClose;
    private final TextArea text = new TextArea();
    private final Label sum = Nodes.onlyWithText(Nodes.wrapped("question-title"));
    private final Label notes = Nodes.onlyWithText(Nodes.wrapped("muted", "small"));
    private final ListView<Entry> entries = new ListView<>();
    private final TextField group = new TextField();
    private final TextField tags = new TextField();
    private final HBox labels = new HBox(7);
    private final Button goOn = new Button();

    /**
     * A dialog.
     *
     * @param onContinue takes the printers that are to be added
     * @param onClose closes the dialog
     */
    public ImportDialog(
            ImportModel model,
            Wording wording,
            Consumer<List<Printer>> onContinue,
            Runnable onClose) {
        this.model = model;
        this.wording = wording;
        this.onContinue = onContinue;
        this.onClose = onClose;
        getStyleClass().addAll("dialog-card", "wide");
        setId("import-list");
        setMaxHeight(USE_PREF_SIZE);
        Label why = Nodes.wrapped("muted", "small");
        why.setText(wording.text("import.why"));
        text.setId("import-text");
        text.setPrefRowCount(5);
        text.setPromptText(wording.text("import.paste"));
        text.setAccessibleText(wording.text("import.paste"));
        NoteArea.leaveByTab(text);
        text.textProperty().subscribe(model::text);
        sum.setId("import-sum");
        entries.setId("import-entries");
        entries.setAccessibleText(wording.text("import.entries"));
        entries.setPrefHeight(220);
        entries.getStyleClass().add("bulk-table");
        entries.setCellFactory(list -> new EntryCell());
        labelFields();
        var body = new VBox(why, text, sum, notes, entries, labels);
        body.getStyleClass().add("dialog-body");
        getChildren()
                .setAll(
                        Nodes.labelled(wording.text("import.title"), "dialog-title"),
                        body,
                        buttons());
        model.readProperty().subscribe(this::show);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
    }

    private void labelFields() {
        group.setId("import-group");
        group.setPromptText(wording.text("labels.group.prompt"));
        group.setAccessibleText(wording.text("labels.group"));
        tags.setId("import-tags");
        tags.setPromptText(wording.text("labels.tags.prompt"));
        tags.setAccessibleText(wording.text("labels.tags"));
        HBox.setHgrow(group, Priority.ALWAYS);
        HBox.setHgrow(tags, Priority.ALWAYS);
        labels.getStyleClass().add("choices");
        labels.getChildren()
                .setAll(Nodes.labelled(wording.text("import.labels"), "muted"), group, tags);
    }

    private HBox buttons() {
        var cancel = new Button(wording.text("add.cancel"));
        cancel.setId("import-cancel");
        cancel.setOnAction(event -> onClose.run());
        var choose = new Button(wording.text("import.choose"));
        choose.setId("import-choose");
        choose.setOnAction(event -> choose());
        goOn.setId("import-continue");
        goOn.getStyleClass().add("accent");
        goOn.setOnAction(event -> onContinue.accept(model.fresh(group.getText(), tags.getText())));
        for (Button button : new Button[] {cancel, choose, goOn}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var row = new HBox(cancel, choose, Nodes.spacer(), goOn);
        row.getStyleClass().add("buttons");
        return row;
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(wording.text("import.choose.title"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.file(chosen.toPath());
        }
    }

    private void show(ImportModel.Read read) {
        PrinterList list = read.list();
        List<Printer> fresh = model.fresh();
        goOn.setText(wording.text("import.continue", fresh.size()));
        goOn.setDisable(fresh.isEmpty());
        Nodes.show(entries, list != null);
        Nodes.show(labels, !fresh.isEmpty());
        Statement problem = read.problem();
        sum.getStyleClass().remove("alarm");
        if (list != null) {
            long twice = list.entries().stream().filter(ImportDialog::isTwice).count();
            long failed = list.entries().stream().filter(entry -> entry.failure() != null).count();
            sum.setText(
                    wording.text(
                            "import.sum",
                            wording.text("import.kind." + list.kind()),
                            list.entries().size() - failed,
                            failed - twice,
                            twice));
            notes.setText(
                    String.join(
                            "\n", list.notes().stream().map(wording.messages()::render).toList()));
            entries.getItems().setAll(list.entries());
        } else {
            sum.setText(problem == null ? "" : wording.messages().render(problem));
            if (problem != null) {
                sum.getStyleClass().add("alarm");
            }
            Statement next = read.next();
            notes.setText(next == null ? "" : wording.messages().render(next));
        }
    }

    private static boolean isTwice(Entry entry) {
        Failure failure = entry.failure();
        return failure != null && failure.code() == FailureCode.LISTED_TWICE;
    }

    /** Puts the cursor where the list is pasted. */
    public void focusFirst() {
        text.requestFocus();
    }

    /** An entry: its name and target, or what is wrong with it and what to do. */
    private final class EntryCell extends ListCell<Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(entry == null || empty ? null : box(entry));
        }

        private VBox box(Entry entry) {
            Printer printer = entry.printer();
            Failure failure = entry.failure();
            Label title = Nodes.wrapped();
            Label detail = Nodes.onlyWithText(Nodes.wrapped("muted", "small"));
            if (failure != null) {
                title.getStyleClass().add(isTwice(entry) ? "muted" : "alarm");
                title.setText(wording.messages().render(failure.message()));
                detail.setText(wording.messages().render(failure.nextStep()));
            } else if (printer != null) {
                String shown = printer.target().display();
                boolean named = !printer.name().equals(shown);
                title.setText(named ? printer.name() : shown);
                detail.setText(
                        model.isWatched(printer)
                                ? wording.text("import.watched", shown)
                                : named ? shown : "");
            }
            var box = new VBox(title, detail);
            box.setPrefWidth(0);
            return box;
        }
    }
}
