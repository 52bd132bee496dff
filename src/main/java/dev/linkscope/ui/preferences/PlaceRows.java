package dev.linkscope.ui.preferences;

import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.CopiedText;
import dev.linkscope.ui.common.DesktopOpener;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Makes rows that say where something is, to be copied and to be opened. */
final class PlaceRows {
    private final Wording wording;
    private final Background background;
    private final Toast toast;

    PlaceRows(SettingsServices services, Toast toast) {
        this.wording = services.wording();
        this.background = services.background();
        this.toast = toast;
    }

    /**
     * A row for a file or a folder.
     *
     * @param place null if there is none here
     */
    Row of(Section section, String key, String id, @Nullable Path place) {
        return new Row(wording, section, key, id, place(id, place));
    }

    /** The place itself with its buttons. */
    Node place(String id, @Nullable Path place) {
        if (place == null) {
            Label none = Nodes.wrapped();
            none.setText(wording.text("preferences.place.none"));
            return none;
        }
        Label path = Nodes.wrapped("place");
        path.setId("place-" + id);
        path.setText(place.toString());
        var open = new Button(wording.text("preferences.open"));
        open.setId("open-" + id);
        open.setGraphic(Nodes.icon(MaterialDesignF.FOLDER_OPEN_OUTLINE));
        open.getStyleClass().add("small");
        open.setOnAction(event -> open(place));
        var buttons = new FlowPane(copy(id, place.toString()), open);
        buttons.getStyleClass().add("choices");
        var all = new VBox(path, buttons);
        all.getStyleClass().add("settings-content");
        return all;
    }

    /** A button that copies a text. */
    Button copy(String id, String text) {
        var copy = new Button(wording.text("preferences.copy"));
        copy.setId("copy-" + id);
        copy.setGraphic(Nodes.icon(MaterialDesignC.CONTENT_COPY));
        copy.getStyleClass().add("small");
        copy.setOnAction(event -> {
            CopiedText.put(text);
            toast.say(wording.text("preferences.copied"));
        });
        return copy;
    }

    private void open(Path place) {
        background.start(
                "open-folder",
                () -> DesktopOpener.folder(folder(place)),
                opened -> {
                    if (!opened) {
                        tell(place);
                    }
                },
                problem -> tell(place));
    }

    private static Path folder(Path place) {
        Path parent = place.getParent();
        return Files.isDirectory(place) || parent == null ? place : parent;
    }

    private void tell(Path place) {
        toast.say(wording.text("preferences.open.failed", place.toString()));
    }
}
