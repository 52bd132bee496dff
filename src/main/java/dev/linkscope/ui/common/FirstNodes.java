package dev.linkscope.ui.common;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * Nodes that nobody sees. The first ones of a process cost far more than all later ones: sheets and
 * fonts are read, classes set up. That is done while the history is being opened.
 */
public final class FirstNodes {
    private FirstNodes() {}

    /** Makes, styles and lays out one of the most frequent kinds. Window's thread only. */
    public static void lay() {
        var root =
                new VBox(
                        Nodes.labelled("0", "muted"),
                        Nodes.shortened("muted"),
                        new Button("0", Nodes.icon(MaterialDesignC.CLOSE)),
                        new TextField("0"),
                        new ScrollPane(new Label("0")));
        Theme.dress(new Scene(root));
        root.applyCss();
        root.layout();
    }
}
