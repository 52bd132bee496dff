package dev.linkscope.ui.fix;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.Question;
import dev.linkscope.ui.connect.QuestionCard;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The place in the wizard where links ask the user. */
final class AskedPane extends VBox {
    private final Wording wording;
    private final Runnable onAnswered;
    private @Nullable Question asked;
    private @Nullable QuestionCard card;

    /**
     * Nothing is asked yet.
     *
     * @param onAnswered called before an answered question goes away, to take the cursor from it
     */
    AskedPane(Wording wording, Runnable onAnswered) {
        this.wording = wording;
        this.onAnswered = onAnswered;
        getStyleClass().add("dialog-body");
        Nodes.show(this, false);
    }

    /** Puts a question to the user. */
    void ask(Question question) {
        asked = question;
        card = new QuestionCard(question, wording, this::answered);
        getChildren().setAll(card);
        Nodes.show(this, true);
        // Keys that come before a field has its skin would be lost.
        card.applyCss();
        card.focusFirst();
    }

    /** The question was answered. */
    void answered() {
        if (asked != null) {
            asked = null;
            card = null;
            onAnswered.run();
            getChildren().clear();
            Nodes.show(this, false);
        }
    }

    /** Whoever asked hears that the user does not answer. */
    void refuse() {
        Question open = asked;
        answered();
        if (open != null) {
            open.refuse();
        }
    }

    /** Puts the cursor where the answer begins; tells whether anything is asked. */
    boolean focusFirst() {
        if (card == null) {
            return false;
        }
        card.focusFirst();
        return true;
    }
}
