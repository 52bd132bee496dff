package dev.linkscope.ui.printer;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.BusySign;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that the link to the Pi does not measure, why, and what to do. */
final class LinkCard extends HBox {
    private final Wording wording;
    private final BusySign busy;
    private final FontIcon icon = Nodes.icon(Condition.FAILED.icon(), "link-icon");
    private final Label title = Nodes.wrapped("link-title");
    private final Label reason = Nodes.onlyWithText(Nodes.wrapped());
    private final Label nextStep = Nodes.onlyWithText(Nodes.wrapped("muted"));
    private final Button retry = new Button();
    private @Nullable PrinterId printer;

    LinkCard(Wording wording, Consumer<PrinterId> onRetry) {
        this.wording = wording;
        getStyleClass().addAll("card", "link-card");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        busy = new BusySign(wording.text("busy.spoken"), "link-busy");
        retry.setText(wording.text("link.retry"));
        retry.setId("retry");
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(event -> {
            if (printer != null) {
                onRetry.accept(printer);
            }
        });
        var words = new VBox(title, reason, nextStep);
        words.getStyleClass().add("verdict-sentences");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(new StackPane(busy, icon), words, retry);
    }

    /** Shows how the link stands; hides itself while it measures. */
    void show(SessionSnapshot snapshot, Condition condition, Instant clock) {
        Nodes.show(this, LinkText.isNeeded(snapshot));
        if (!isVisible()) {
            return;
        }
        printer = snapshot.printer().id();
        LinkText text =
                condition == Condition.PLANNED_OFF
                        ? LinkText.plannedOff(snapshot, wording)
                        : LinkText.of(snapshot, clock, wording);
        title.setText(text.title());
        reason.setText(text.reason());
        nextStep.setText(text.nextStep());
        busy.setVisible(text.busy());
        icon.setVisible(!text.busy());
        icon.setIconCode(condition.icon());
        condition.tone().applyTo(this);
        Nodes.show(retry, text.canRetry());
    }
}
