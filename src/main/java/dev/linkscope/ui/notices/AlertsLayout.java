package dev.linkscope.ui.notices;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Lays out the parts of {@link AlertsParts}. */
final class AlertsLayout {
    private final Wording wording;

    AlertsLayout(Wording wording) {
        this.wording = wording;
    }

    /** A line for what is wrong; hidden while nothing is. */
    static Label complaint(String id) {
        Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint"));
        complaint.setId(id);
        complaint.setGraphic(Nodes.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "complaint-icon"));
        return complaint;
    }

    /** What a trial does with its button and the label of its result. */
    interface Trial {
        void run(Button button, Label result);
    }

    /** Fields with a button that tries what they say, and a line for what came of it. */
    Node part(String name, Trial what, Node... fields) {
        var button = new Button(wording.text("alerts." + name + ".try"));
        button.setId("try-" + name);
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        Label result = Nodes.onlyWithText(Nodes.wrapped("small"));
        result.setId("try-" + name + "-result");
        button.setOnAction(event -> what.run(button, result));
        VBox part = stacked(fields);
        part.getChildren().addAll(button, result);
        return part;
    }

    /** Fields below one another. */
    static VBox stacked(Node... nodes) {
        var part = new VBox(nodes);
        part.getStyleClass().add("sign-in");
        return part;
    }

    /** Gives a box its id and its text. */
    void named(CheckBox box, String id, String key) {
        box.setId(id);
        box.setText(wording.text(key));
        box.setWrapText(true);
    }
}
