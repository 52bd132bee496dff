package dev.linkscope.ui.connect;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.engine.bulk.BulkEntry;
import dev.linkscope.engine.bulk.BulkEntry.Stage;
import dev.linkscope.engine.bulk.BulkState;
import dev.linkscope.engine.bulk.BulkState.Phase;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.BulkAddModel.Page;
import java.io.File;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Adds many printers: what holds for all, new host keys, how far each is, and what came of it. */
public final class BulkAddDialog extends VBox {
    private static final int MOST_HEIGHT = 320;
    private static final int FAILURE_HEIGHT = 80;

    private final BulkAddModel model;
    private final Wording wording;
    private final BulkTables tables;
    private final Runnable onClose;
    private final Label title = Nodes.labelled("", "dialog-title");
    private final VBox body = new VBox();
    private final HBox buttons = new HBox();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField keyFile = new TextField();
    private final PasswordField passphrase = new PasswordField();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label far = Nodes.label("muted", "small");
    private final VBox refused = new VBox();
    private Node first = this;

    /**
     * A dialog.
     *
     * @param onClose closes the dialog
     */
    public BulkAddDialog(BulkAddModel model, Wording wording, Runnable onClose) {
        this.model = model;
        this.wording = wording;
        this.onClose = onClose;
        tables = new BulkTables(wording);
        getStyleClass().addAll("dialog-card", "wide");
        setId("bulk-add");
        setMaxHeight(USE_PREF_SIZE);
        body.getStyleClass().add("dialog-body");
        buttons.getStyleClass().add("buttons");
        user.setId("bulk-user");
        user.textProperty().bindBidirectional(model.userProperty());
        password.setId("bulk-password");
        keyFile.textProperty().bindBidirectional(model.keyFileProperty());
        refused.setId("bulk-refused");
        refused.getStyleClass().add("question");
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(title, body, buttons);
        model.pageProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::follow);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            }
        });
    }

    private void show(Page page) {
        title.setText(wording.text("bulk.title." + page));
        switch (page) {
            case SETUP -> showSetup();
            case PROGRESS -> showProgress();
            case REVIEW -> showReview();
            case RESULT -> showResult();
        }
    }

    private void showSetup() {
        var form = new GridPane();
        form.getStyleClass().add("form");
        user.setPromptText(wording.text("add.user.prompt"));
        password.setPromptText(wording.text("bulk.password.prompt"));
        keyFile.setPromptText(wording.text("bulk.key.prompt"));
        keyFile.setAccessibleText(wording.text("bulk.key"));
        passphrase.setPromptText(wording.text("bulk.passphrase.prompt"));
        addRow(form, "bulk.user", user);
        addRow(form, "bulk.password", password);
        addRow(form, "bulk.key", new HBox(7, keyFile, browse()));
        HBox.setHgrow(keyFile, Priority.ALWAYS);
        addRow(form, "bulk.passphrase", passphrase);
        Label why = say("bulk.why");
        Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint", "small"));
        model.problemProperty()
                .subscribe(key -> complaint.setText(key.isEmpty() ? "" : wording.text(key)));
        var table = tables.setup(model.rows());
        body.getChildren().setAll(why, form, table, complaint);
        Button start = button("bulk.start", "bulk-start", this::start);
        start.getStyleClass().add("accent");
        buttons.getChildren()
                .setAll(button("bulk.close", "bulk-close", onClose), Nodes.spacer(), start);
        first = user;
    }

    private void start() {
        model.start(password.getText().toCharArray(), passphrase.getText().toCharArray());
        if (model.problemProperty().get().isEmpty()) {
            password.clear();
            passphrase.clear();
        }
    }

    private void addRow(GridPane form, String key, Node value) {
        Label label = Nodes.labelled(wording.text(key), "form-label");
        label.setLabelFor(value);
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        GridPane.setHgrow(value, Priority.ALWAYS);
        form.addRow(form.getRowCount(), label, value);
    }

    private Button browse() {
        return button("add.key.browse", "bulk-browse", this::chooseKey);
    }

    private void chooseKey() {
        var chooser = new FileChooser();
        chooser.setTitle(wording.text("add.key.title"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            keyFile.setText(chosen.getPath());
        }
    }

    private void showProgress() {
        Label hint = Nodes.wrapped();
        hint.setText(wording.text("bulk.refused"));
        hint.getStyleClass().add("question-title");
        Button others = button("bulk.refused.go_on", "bulk-go-on", model::goOn);
        Button stop = button("bulk.refused.stop", "bulk-stop", model::cancel);
        var choice = new HBox(8, Nodes.spacer(), stop, others);
        refused.getChildren().setAll(hint, say("bulk.refused.why"), choice);
        // A quick farm may have refused the password before this page was shown.
        BulkState now = model.stateProperty().get();
        Nodes.show(refused, now != null && now.phase() == Phase.REFUSED);
        body.getChildren().setAll(bar, far, refused, tables.progress(model.rows()));
        Button cancel = button("bulk.cancel", "bulk-cancel", model::cancel);
        buttons.getChildren().setAll(cancel, Nodes.spacer());
        first = cancel;
    }

    private void follow(@Nullable BulkState state) {
        if (state == null) {
            return;
        }
        int all = state.entries().size();
        long over = state.entries().stream().filter(BulkEntry::isOver).count();
        boolean looking = state.phase() == Phase.LOOKING;
        long looked = (long) all - state.at(Stage.WAITING).size() - state.at(Stage.LOOKING).size();
        bar.setProgress((looking ? looked : over) / (double) Math.max(1, all));
        far.setText(
                wording.text(
                        looking ? "bulk.far.looking" : "bulk.far.trying",
                        looking ? looked : over,
                        all));
        Nodes.show(refused, state.phase() == Phase.REFUSED);
    }

    private void showReview() {
        var waiting = FXCollections.observableArrayList(model.toReview());
        var all = new CheckBox(wording.text("bulk.review.all", waiting.size()));
        all.setId("bulk-trust-all");
        all.selectedProperty()
                .subscribe((before, now) -> waiting.forEach(row -> row.trustedProperty().set(now)));
        body.getChildren().setAll(say("bulk.review.why"), all, tables.keys(waiting));
        Button accept = button("bulk.review.accept", "bulk-accept", model::reviewed);
        accept.getStyleClass().add("accent");
        buttons.getChildren()
                .setAll(
                        button("bulk.cancel", "bulk-cancel", model::cancel),
                        Nodes.spacer(),
                        accept);
        first = all;
        all.requestFocus();
    }

    private void showResult() {
        BulkState state = model.stateProperty().get();
        List<BulkEntry> failed = state == null ? List.of() : state.at(Stage.FAILED);
        int added = state == null ? 0 : state.at(Stage.DONE).size();
        Label sum = Nodes.wrapped("question-title");
        sum.setId("bulk-sum");
        sum.setText(wording.text("bulk.result", added, failed.size()));
        var list = new VBox(10);
        failed.forEach(entry -> list.getChildren().add(failedRow(entry)));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.min(MOST_HEIGHT, failed.size() * FAILURE_HEIGHT));
        scroll.getStyleClass().add("dialog-scroll");
        Nodes.show(scroll, !failed.isEmpty());
        body.getChildren().setAll(sum, scroll);
        Button again = button("bulk.again", "bulk-again", model::again);
        Nodes.show(again, !failed.isEmpty());
        Button close = button("bulk.close", "bulk-close", onClose);
        close.getStyleClass().add("accent");
        buttons.getChildren().setAll(again, Nodes.spacer(), close);
        first = close;
        close.requestFocus();
    }

    private Node failedRow(BulkEntry entry) {
        Label name = Nodes.wrapped("question-title");
        name.setText(entry.printer().name());
        Failure failure = entry.failure();
        Label what = Nodes.wrapped();
        Label next = Nodes.wrapped("muted", "small");
        if (failure != null) {
            what.setText(wording.messages().render(failure.message()));
            next.setText(wording.messages().render(failure.nextStep()));
        }
        return new VBox(2, name, what, next);
    }

    private Label say(String key) {
        Label label = Nodes.wrapped("muted", "small");
        label.setText(wording.text(key));
        return label;
    }

    private Button button(String key, String id, Runnable action) {
        var button = new Button(wording.text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void leave() {
        Page page = model.pageProperty().get();
        if (page == Page.SETUP || page == Page.RESULT) {
            onClose.run();
        } else {
            model.cancel();
        }
    }

    /** Puts the cursor where the page begins. */
    public void focusFirst() {
        first.requestFocus();
    }
}
