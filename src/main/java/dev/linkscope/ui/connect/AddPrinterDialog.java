package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Adds a printer: its address and login, a trial with every step shown, and what was asked. */
public final class AddPrinterDialog extends VBox {
    private final AddPrinterModel model;
    private final Wording wording;
    private final FormFields fields;
    private final VBox body = new VBox();
    private final Label trying = Nodes.onlyWithText(Nodes.wrapped("step-title"));
    private final Button tryIt = new Button();
    private final Button add = new Button();
    private final BiConsumer<Printer, @Nullable RememberedQuestions> onAdd;
    private final Runnable onClose;
    private @Nullable QuestionCard asked;

    /**
     * A dialog.
     *
     * @param onAdd takes the printer and the answers given while it was tried
     * @param onClose closes the dialog
     */
    public AddPrinterDialog(
            AddPrinterModel model,
            Wording wording,
            BiConsumer<Printer, @Nullable RememberedQuestions> onAdd,
            Runnable onClose) {
        this.model = model;
        this.wording = wording;
        this.onAdd = onAdd;
        this.onClose = onClose;
        fields = new FormFields(model, wording);
        getStyleClass().addAll("dialog-card");
        setId("add-printer");
        setMaxHeight(USE_PREF_SIZE);
        var steps = new StepList(model.trial().steps(), wording);
        body.getStyleClass().add("dialog-body");
        body.getChildren().setAll(fields, trying, steps);
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dialog-scroll");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        getChildren()
                .setAll(
                        Nodes.labelled(wording.text("add.title"), "dialog-title"),
                        scroll,
                        buttons());
        model.questionProperty().subscribe(this::ask);
        model.trial().stateProperty().subscribe(this::follow);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        followHeight(scroll);
    }

    // A scroll pane asks for the height that its content would have without wrapping.
    private void followHeight(ScrollPane scroll) {
        body.heightProperty()
                .subscribe((before, now) -> {
                    // Not within the layout that found it: the new wish would be overlooked.
                    FxExecutor.FX.execute(() -> scroll.setPrefViewportHeight(now.doubleValue()));
                    if (model.trial().stateProperty().get() != Trial.State.IDLE) {
                        scroll.setVvalue(1);
                    }
                });
    }

    private HBox buttons() {
        var cancel = new Button(wording.text("add.cancel"));
        cancel.setId("cancel");
        cancel.setOnAction(event -> close());
        tryIt.setId("try-it");
        tryIt.setDefaultButton(true);
        tryIt.setOnAction(event -> model.tryIt());
        add.setId("add");
        add.setOnAction(event -> add());
        for (Button button : new Button[] {cancel, tryIt, add}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var row = new HBox(cancel, Nodes.spacer(), add, tryIt);
        row.getStyleClass().add("buttons");
        return row;
    }

    private void follow(Trial.State state) {
        trying.setText(state == Trial.State.IDLE ? "" : wording.text("add.trying." + state.name()));
        tryIt.setText(wording.text(state == Trial.State.FAILED ? "add.try_again" : "add.try"));
        boolean done = state == Trial.State.SUCCEEDED;
        add.setText(wording.text(state == Trial.State.FAILED ? "add.anyway" : "add.add"));
        add.setDisable(!done && state != Trial.State.FAILED);
        tryIt.setDisable(state == Trial.State.RUNNING);
        Nodes.show(tryIt, !done);
        add.getStyleClass().remove("accent");
        if (done) {
            add.getStyleClass().add("accent");
        }
        tryIt.setDefaultButton(!done);
        add.setDefaultButton(done);
    }

    private void ask(@Nullable Question question) {
        body.getChildren().remove(asked);
        asked = null;
        if (question != null) {
            asked = new QuestionCard(question, wording, () -> model.questionProperty().set(null));
            body.getChildren().add(asked);
            asked.focusFirst();
        }
        fields.setDisable(question != null);
    }

    private void add() {
        model.result()
                .ifPresent(printer -> {
                    onAdd.accept(printer, model.answers());
                    close();
                });
    }

    private void close() {
        model.cancel();
        onClose.run();
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        fields.focusFirst();
    }
}
