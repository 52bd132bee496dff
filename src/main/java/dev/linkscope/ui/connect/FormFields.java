package dev.linkscope.ui.connect;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.PrinterForm.Field;
import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The fields of a new printer, each with a sentence below it when what it holds cannot be used. */
final class FormFields extends GridPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final AddPrinterModel model;
    private final Wording wording;
    private final TextField address = new TextField();
    private final TextField name = new TextField();
    private final TextField user = new TextField();
    private final TextField keyFile = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField server = new TextField();
    private final TextField snapshot = new TextField();
    private final CheckBox whileAway = new CheckBox();
    private final ToggleGroup signIn = new ToggleGroup();
    private final Map<Field, Label> complaints = new EnumMap<>(Field.class);
    private final Map<Field, TextField> inputs = new EnumMap<>(Field.class);

    FormFields(AddPrinterModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().add("form");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().setAll(names, values);
        addRow("address", field(address, "address", Field.ADDRESS));
        addRow("name", name);
        addRow("with", signInBox());
        VBox login = field(user, "user", Field.USER);
        Label loginLabel = addRow("user", login);
        VBox obico = field(server, "server", Field.SERVER);
        Label obicoLabel = addRow("server", obico);
        VBox camera = field(snapshot, "snapshot", Field.SNAPSHOT);
        Label cameraLabel = addRow("snapshot", camera);
        CheckBox away = awayBox();
        Label awayLabel = addRow("away", away);
        // OctoPrint tells its server and camera, and has no agent that could go on.
        onlyOverSsh(loginLabel, login, obicoLabel, obico, cameraLabel, camera, awayLabel, away);
        listen();
    }

    private void onlyOverSsh(Node... nodes) {
        model.formProperty()
                .subscribe(form -> {
                    for (Node node : nodes) {
                        Nodes.show(node, form.signIn() != SignIn.OCTOPRINT);
                    }
                });
    }

    private Label addRow(String key, Node value) {
        Label label = Nodes.labelled(wording.text("add." + key), "form-label");
        label.setLabelFor(value);
        setValignment(label, VPos.TOP);
        if (value instanceof VBox box && box.getChildren().getFirst() instanceof TextField field) {
            label.setLabelFor(field);
        }
        addRow(getRowCount(), label, value);
        return label;
    }

    private VBox field(TextField input, String id, Field field) {
        input.setId(id);
        Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint", "small"));
        complaints.put(field, complaint);
        inputs.put(field, input);
        return new VBox(input, complaint);
    }

    private VBox signInBox() {
        var choices = new FlowPane();
        choices.getStyleClass().add("choices");
        for (SignIn way : SignIn.values()) {
            var choice = new ToggleButton(wording.text(way.key()));
            choice.setId("with-" + way);
            choice.setUserData(way);
            choice.setToggleGroup(signIn);
            choice.setMinWidth(USE_PREF_SIZE);
            choice.setSelected(way == model.formProperty().get().signIn());
            choices.getChildren().add(choice);
        }
        var browse = new Button(wording.text("add.key.browse"));
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setOnAction(event -> chooseKey());
        keyFile.setPromptText(wording.text("add.key.prompt"));
        HBox.setHgrow(keyFile, Priority.ALWAYS);
        var key = field(keyFile, "key-file", Field.KEY_FILE);
        var keyLine = new HBox(keyFile, browse);
        keyLine.getStyleClass().add("choices");
        key.getChildren().addFirst(keyLine);
        password.setId("password");
        password.setPromptText(wording.text("add.password.prompt"));
        Label why = Nodes.wrapped("muted", "small");
        why.setText(wording.text("add.octoprint.why"));
        model.formProperty()
                .subscribe(form -> {
                    Nodes.show(why, form.signIn() == SignIn.OCTOPRINT);
                    Nodes.show(key, form.signIn() == SignIn.KEY);
                    Nodes.show(password, form.signIn() == SignIn.PASSWORD);
                });
        var box = new VBox(choices, why, key, password);
        box.getStyleClass().add("sign-in");
        return box;
    }

    private CheckBox awayBox() {
        whileAway.setId("while-away");
        whileAway.setText(wording.text("add.away.choice"));
        whileAway.setWrapText(true);
        whileAway.setSelected(model.formProperty().get().whileAway());
        whileAway.selectedProperty().subscribe(() -> changed());
        return whileAway;
    }

    private void chooseKey() {
        var chooser = new FileChooser();
        chooser.setTitle(wording.text("add.key.title"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            keyFile.setText(chosen.getPath());
        }
    }

    private void listen() {
        PrinterForm start = model.formProperty().get();
        address.setText(start.address());
        name.setText(start.name());
        server.setText(start.server());
        address.setPromptText(wording.text("add.address.prompt"));
        snapshot.setPromptText(wording.text("add.snapshot.prompt"));
        name.setId("name");
        for (TextField input : new TextField[] {address, name, user, keyFile, server, snapshot}) {
            input.textProperty().subscribe(text -> changed());
        }
        password.textProperty().subscribe(text -> model.setPassword(text.toCharArray()));
        signIn.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null && before != null) {
                        before.setSelected(true);
                    } else {
                        changed();
                    }
                });
        model.complainingProperty().subscribe(() -> complain());
    }

    private void changed() {
        var selected = signIn.getSelectedToggle();
        if (selected == null) {
            return;
        }
        var form =
                new PrinterForm(
                        address.getText(),
                        name.getText(),
                        user.getText(),
                        (SignIn) selected.getUserData(),
                        keyFile.getText(),
                        server.getText(),
                        snapshot.getText(),
                        whileAway.isSelected());
        model.formProperty().set(form);
        name.setPromptText(form.suggestedName());
        user.setPromptText(form.userOfAddress().orElse(wording.text("add.user.prompt")));
        complain();
    }

    private void complain() {
        complaints.forEach((field, label) -> {
            label.setText(model.problem(field));
            TextField input = inputs.get(field);
            if (input != null) {
                input.pseudoClassStateChanged(WRONG, !label.getText().isEmpty());
            }
        });
    }

    /** Puts the cursor into the first field. */
    void focusFirst() {
        address.requestFocus();
    }
}
