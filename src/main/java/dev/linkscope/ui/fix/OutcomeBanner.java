package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.Trial;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What came of a change in a word, and what to do next. */
final class OutcomeBanner extends HBox {
    private final Wording wording;
    private final FontIcon icon = Nodes.icon(FixStage.WATCHING.icon(), "state-icon");
    private final Label word = Nodes.wrapped("fact-value");
    private final Label next = Nodes.wrapped();

    OutcomeBanner(Wording wording) {
        this.wording = wording;
        setId("fix-outcome");
        getStyleClass().add("fix-outcome");
        setAlignment(Pos.TOP_LEFT);
        word.setId("fix-word");
        var words = new VBox(word, next);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(icon, words);
    }

    /**
     * Shows how a step stands; hides itself before anything was changed.
     *
     * @param test whether the change was made only for a test
     */
    void show(
            FixStage stage,
            boolean test,
            @Nullable Trial change,
            @Nullable Instant remindAt,
            Instant now) {
        Nodes.show(this, stage != FixStage.BEFORE);
        if (stage == FixStage.BEFORE) {
            return;
        }
        icon.setIconCode(stage.icon());
        stage.tone().applyTo(this);
        word.setText(word(stage, change, remindAt, now));
        next.setText(
                wording.text(
                        test && stage == FixStage.BETTER
                                ? "fixwizard.stage.BETTER.next.test"
                                : stage.nextKey()));
        setAccessibleText(word.getText() + ". " + next.getText());
    }

    private String word(
            FixStage stage, @Nullable Trial change, @Nullable Instant remindAt, Instant now) {
        if (stage == FixStage.PAUSED) {
            return remindAt == null
                    ? wording.text(stage.key())
                    : wording.text("fixwizard.paused.until", wording.when(remindAt, now));
        }
        Instant since = change == null ? null : change.changedAt();
        if (change != null && stage == FixStage.UNDONE && change.undoneAt() != null) {
            since = change.undoneAt();
        }
        return since == null || stage.decided() || stage == FixStage.ENDED
                ? wording.text(stage.key())
                : wording.text(
                        "fixwizard.stage.since",
                        wording.text(stage.key()),
                        wording.when(since, now));
    }
}
