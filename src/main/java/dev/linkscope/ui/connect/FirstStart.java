package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.Discovery;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What is shown before there is any printer: the ways to begin. */
public final class FirstStart extends StackPane {
    private final Wording wording;
    private final Label welcome = Nodes.wrapped("welcome-title");
    private final Label promise = Nodes.wrapped("muted");

    /**
     * The ways to begin, each with what it does.
     *
     * @param discovery finds printers, while this is shown
     * @param onFound takes what was found
     * @param onReport lets the user open a report
     * @param onList lets the user bring a list of printers
     */
    public FirstStart(
            Wording wording,
            Discovery discovery,
            Consumer<List<Printer>> onFound,
            Runnable onList,
            Runnable onAdd,
            Runnable onThisComputer,
            Runnable onDemo,
            Runnable onReport) {
        this.wording = wording;
        getStyleClass().add("first-start");
        setId("first-start");
        welcome.setId("start-title");
        welcome.setText(wording.text("start.title"));
        promise.setText(wording.text("start.promise"));
        var card =
                new VBox(
                        welcome,
                        promise,
                        new FoundTile(wording, discovery, this, onFound),
                        tile(
                                MaterialDesignP.PRINTER_3D,
                                "start.add",
                                button("start.add", "start-add", onAdd)),
                        tile(
                                MaterialDesignF.FORMAT_LIST_BULLETED,
                                "start.list",
                                button("start.list", "start-list", onList)),
                        tile(
                                MaterialDesignL.LAPTOP,
                                "start.local",
                                button("start.local", "start-local", onThisComputer)),
                        tile(
                                MaterialDesignF.FLASK_OUTLINE,
                                "start.demo",
                                button("start.demo", "start-demo", onDemo)),
                        tile(
                                MaterialDesignF.FILE_DOCUMENT_OUTLINE,
                                "start.report",
                                button("start.report", "start-report", onReport)));
        card.getStyleClass().addAll("card", "welcome");
        card.setMaxSize(720, USE_PREF_SIZE);
        card.setMinHeight(USE_PREF_SIZE);
        var place = new StackPane(card);
        place.getStyleClass().add("first-place");
        // Small windows and large letters: every way to begin stays within reach.
        var scroll = new ScrollPane(place);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("page-scroll");
        getChildren().setAll(scroll);
    }

    /** From now on it is not the first start: there were printers before. */
    public void comesBack() {
        welcome.setText(wording.text("start.again.title"));
        promise.setText(wording.text("start.again.promise"));
    }

    private Button button(String key, String id, Runnable action) {
        var button = new Button(wording.text(key + ".button"));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private HBox tile(Ikon ikon, String key, Button button) {
        var sign = new StackPane(Nodes.icon(ikon, "tile-icon"));
        sign.getStyleClass().add("tile-sign");
        Label title = Nodes.wrapped("fact-value");
        title.setText(wording.text(key + ".title"));
        Label detail = Nodes.wrapped("muted", "small");
        detail.setText(wording.text(key + ".detail"));
        var words = new VBox(title, detail);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var tile = new HBox(sign, words, button);
        tile.getStyleClass().add("tile");
        tile.setAlignment(Pos.CENTER_LEFT);
        return tile;
    }
}
