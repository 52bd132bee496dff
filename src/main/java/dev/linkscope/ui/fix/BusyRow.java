package dev.linkscope.ui.fix;

import dev.linkscope.ui.common.BusySign;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Work that is under way, and the button that stops it. Quick work passes without a word. */
final class BusyRow extends HBox {
    private final Wording wording;
    private final Label what = Nodes.wrapped();
    private final PauseTransition patience = new PauseTransition(Duration.millis(300));

    BusyRow(Wording wording, Runnable stop) {
        this.wording = wording;
        setId("fix-busy");
        getStyleClass().add("fix-busy");
        setAlignment(Pos.CENTER_LEFT);
        var wheel = new BusySign(wording.text("busy.spoken"), "fix-wheel");
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        var halt = new Button(wording.text("fixwizard.stop"));
        halt.setId("fix-stop");
        halt.setMinWidth(USE_PREF_SIZE);
        halt.setOnAction(event -> stop.run());
        getChildren().setAll(wheel, what, halt);
        patience.setOnFinished(event -> Nodes.show(this, true));
        Nodes.show(this, false);
    }

    /** Shows what is under way; null if nothing is. */
    void show(@Nullable String key) {
        if (key == null) {
            patience.stop();
            Nodes.show(this, false);
        } else {
            what.setText(wording.text("fixwizard.busy." + key));
            setAccessibleText(what.getText());
            patience.playFromStart();
        }
    }
}
