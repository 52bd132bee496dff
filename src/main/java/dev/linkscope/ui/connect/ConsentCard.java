package dev.linkscope.ui.connect;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Says what an action does beyond what is asked of it, and goes on only with the user's consent.
 */
public final class ConsentCard extends VBox {
    private final Button no;

    /**
     * A card for one action.
     *
     * @param key of its texts: {@code KEY.title}, {@code .why}, {@code .yes}, {@code .no}
     * @param onYes what to do with consent
     * @param onAnswered called once the user has answered
     */
    public ConsentCard(Wording wording, String key, Runnable onYes, Runnable onAnswered) {
        getStyleClass().add("question");
        setId("consent");
        Label title = Nodes.wrapped("question-title");
        title.setText(wording.text(key + ".title"));
        Label why = Nodes.wrapped("muted", "small");
        why.setText(wording.text(key + ".why"));
        no = new Button(wording.text(key + ".no"));
        no.setOnAction(event -> onAnswered.run());
        var yes = new Button(wording.text(key + ".yes"));
        yes.setId("consent-yes");
        yes.getStyleClass().add("accent");
        yes.setOnAction(event -> {
            onYes.run();
            onAnswered.run();
        });
        for (Button button : new Button[] {no, yes}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var row = new HBox(Nodes.spacer(), no, yes);
        row.getStyleClass().add("buttons");
        getChildren().setAll(title, why, row);
    }

    /** Puts the cursor on the safe button. */
    public void focusFirst() {
        no.requestFocus();
    }
}
