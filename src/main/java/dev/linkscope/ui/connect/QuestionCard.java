package dev.linkscope.ui.connect;

import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question of a link with its answers. */
public final class QuestionCard extends VBox {
    private final Wording wording;
    private final Runnable onAnswered;
    private Node first = this;

    /**
     * A card for one question.
     *
     * @param onAnswered called once the user has answered
     */
    public QuestionCard(Question question, Wording wording, Runnable onAnswered) {
        this.wording = wording;
        this.onAnswered = onAnswered;
        getStyleClass().add("question");
        setId("question");
        switch (question) {
            case Question.TrustHostKey trust -> showHostKey(trust);
            case Question.TellSecret tell -> showSecret(tell);
            case Question.DecideThere there -> showPage(there);
            case Question.ReadKey read -> showReadKey(read);
            case Question.WhichOctoPrint which -> showWhich(which);
        }
    }

    private void showHostKey(Question.TrustHostKey trust) {
        var key = trust.key();
        Label title = Nodes.wrapped("question-title");
        title.setText(wording.text("question.host_key", key.host()));
        Label why = Nodes.wrapped("muted", "small");
        why.setText(wording.text("question.host_key.why"));
        // A text field, so that the fingerprint can be selected and compared.
        var fingerprint = new TextField(key.fingerprint());
        fingerprint.setEditable(false);
        fingerprint.getStyleClass().add("fingerprint");
        fingerprint.setAccessibleText(
                wording.text("question.host_key.fingerprint", key.type(), key.fingerprint()));
        Label type = Nodes.labelled(key.type(), "muted", "small");
        Button accept = button("question.host_key.accept", () -> trust.answer().complete(true));
        accept.setId("accept-host-key");
        accept.getStyleClass().add("accent");
        Button refuse = button("question.host_key.refuse", trust::refuse);
        refuse.setId("refuse-host-key");
        first = refuse;
        getChildren().setAll(title, why, fingerprint, type, buttons(refuse, accept));
    }

    private void showSecret(Question.TellSecret tell) {
        SecretQuestion asked = tell.asked();
        Label title = Nodes.wrapped("question-title");
        title.setText(wording.text("question.secret." + asked.kind(), asked.subject()));
        Label why = Nodes.onlyWithText(Nodes.wrapped("muted", "small"));
        why.setText(asked.prompt() == null ? wording.text(whySecret(asked)) : asked.prompt());
        var field = new PasswordField();
        field.setId("secret");
        field.setAccessibleText(title.getText());
        Runnable answer =
                () -> {
                    tell.answer().complete(Optional.of(field.getText().toCharArray()));
                    field.clear();
                };
        Button ok = button("question.secret.ok", answer);
        ok.setId("tell-secret");
        ok.getStyleClass().add("accent");
        ok.disableProperty().bind(field.textProperty().isEmpty());
        field.setOnAction(event -> ok.fire());
        first = field;
        getChildren().setAll(title, why, field, buttons(button("question.skip", tell::refuse), ok));
    }

    private void showReadKey(Question.ReadKey read) {
        Label title = Nodes.wrapped("question-title");
        title.setText(wording.text("question.read_key", read.host()));
        Label why = Nodes.wrapped("muted", "small");
        why.setText(wording.text("question.read_key.why"));
        Button yes = button("question.read_key.yes", () -> read.answer().complete(true));
        Button no = button("question.read_key.no", read::refuse);
        first = no;
        getChildren().setAll(title, why, buttons(no, yes));
    }

    private void showWhich(Question.WhichOctoPrint which) {
        Label title = Nodes.wrapped("question-title");
        title.setText(wording.text("question.which_octoprint"));
        var choices = new VBox(6);
        var group = new ToggleGroup();
        for (String address : which.addresses()) {
            var choice = new RadioButton(address);
            // An underscore of an address is no shortcut.
            choice.setMnemonicParsing(false);
            choice.setToggleGroup(group);
            choices.getChildren().add(choice);
        }
        group.selectToggle(group.getToggles().getFirst());
        first = choices.getChildren().getFirst();
        Button ok =
                button(
                        "question.which_octoprint.ok",
                        () ->
                                which.answer()
                                        .complete(
                                                group.getToggles()
                                                        .indexOf(group.getSelectedToggle())));
        ok.setId("which-octoprint");
        ok.getStyleClass().add("accent");
        getChildren().setAll(title, choices, buttons(ok));
    }

    private static String whySecret(SecretQuestion asked) {
        return asked.kind() == SecretKind.API_KEY ? "question.api_key.why" : "question.secret.why";
    }

    private void showPage(Question.DecideThere there) {
        Label title = Nodes.wrapped("question-title");
        title.setText(wording.text("question.decide"));
        Label why = Nodes.wrapped("muted", "small");
        why.setText(wording.text("question.decide.why"));
        var again = new Button(wording.text("question.decide.again"));
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(event -> there.open().run());
        Button stop = button("question.decide.stop", there::refuse);
        first = again;
        getChildren().setAll(title, why, buttons(stop, again));
    }

    private Button button(String key, Runnable action) {
        var button = new Button(wording.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            action.run();
            onAnswered.run();
        });
        return button;
    }

    private static HBox buttons(Button... buttons) {
        var row = new HBox(Nodes.spacer());
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("buttons");
        return row;
    }

    /** Puts the cursor where the answer begins; on the safe one of two buttons. */
    public void focusFirst() {
        first.requestFocus();
    }
}
