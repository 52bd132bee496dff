package dev.linkscope.ui.preferences;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** This computer, and the program on it. */
final class ComputerRows {
    private final Wording wording;
    private final ThisComputer computer;
    private final LiveSettings live;
    private final PlaceRows places;

    ComputerRows(SettingsServices services, LiveSettings live, Toast toast) {
        this.wording = services.wording();
        this.computer = services.computer();
        this.live = live;
        this.places = new PlaceRows(services, toast);
    }

    /** Tray, links, and where everything lies. */
    List<Row> computer() {
        var tray =
                new FieldRow<>(wording, Fields.TRAY, new SwitchEditor(wording, Fields.TRAY), live);
        if (!computer.tray()) {
            tray.setContentDisabled(true);
            tray.below(line("preferences.tray.none", "no-tray"));
        }
        return List.of(
                tray,
                new Row(
                        wording,
                        Section.COMPUTER,
                        "preferences.links",
                        "links",
                        line("preferences.links." + computer.links(), "links-state")),
                places.of(
                        Section.COMPUTER,
                        "preferences.place.settings",
                        "settings-file",
                        computer.settings()),
                places.of(Section.COMPUTER, "preferences.place.logs", "logs", computer.logs()),
                places.of(
                        Section.COMPUTER,
                        "preferences.place.history",
                        "history-file",
                        computer.history()));
    }

    /** Which version this is. */
    List<Row> version() {
        String version =
                computer.version().isEmpty()
                        ? wording.text("preferences.version.unknown")
                        : wording.text(
                                "preferences.version.text",
                                computer.version(),
                                Runtime.version().toString(),
                                System.getProperty("os.name", ""));
        Label text = Nodes.wrapped();
        text.setId("version");
        text.setText(version);
        var row = new FlowPane(text, places.copy("version", version));
        row.getStyleClass().add("choices");
        return List.of(new Row(wording, Section.ABOUT, "preferences.version", "version-row", row));
    }

    /** Whose work is in it. */
    List<Row> licences() {
        return List.of(
                new Row(
                        wording,
                        Section.ABOUT,
                        "preferences.licences",
                        "licences",
                        line("preferences.licences.text", "licences-text")));
    }

    private Label line(String key, String id) {
        Label line = Nodes.wrapped();
        line.setId(id);
        line.setText(wording.text(key));
        return line;
    }
}
