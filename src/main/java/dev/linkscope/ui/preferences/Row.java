package dev.linkscope.ui.preferences;

import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.preferences.Finder.Hit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Something in the settings with a name, a line of help, and something to see or to do. */
class Row extends VBox {
    private final Wording wording;
    private final Section section;
    private final HitText label;
    private final HitText help;
    private final Label also = Nodes.onlyWithText(Nodes.wrapped("small", "muted"));
    private final List<String> others;
    private final HBox head;
    private final Node content;

    /**
     * A row.
     *
     * @param key key of its name; with {@code .help} of its help, with {@code .words} of other
     *     names for it, with commas between them
     */
    Row(Wording wording, Section section, String key, String id, Node content) {
        this.wording = wording;
        this.section = section;
        this.content = content;
        label = new HitText(wording.text(key), "row-label");
        help = new HitText(wording.text(key + ".help"), "row-help");
        others = Arrays.stream(wording.text(key + ".words").split(",")).map(String::strip).toList();
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMinWidth(0);
        head = new HBox(label);
        head.getStyleClass().add("row-head");
        getStyleClass().add("settings-row");
        setId("row-" + id);
        setAccessibleRole(AccessibleRole.PARENT);
        setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head, content, help, also);
    }

    /** Where it is listed. */
    final Section section() {
        return section;
    }

    /** Its name. */
    final String label() {
        return label.text();
    }

    /** Its line of help. */
    final String help() {
        return help.text();
    }

    /** Adds something behind its name. */
    final void besideName(Node... nodes) {
        head.getChildren().addAll(nodes);
    }

    /** Adds something under its help. */
    final void below(Node node) {
        getChildren().add(node);
    }

    /** Whether there is nothing to be done here for now. */
    final void setContentDisabled(boolean disabled) {
        content.setDisable(disabled);
    }

    /** Marks what was found; whether anything was. */
    final boolean find(Finder finder) {
        Optional<Hit> found =
                finder.find(label.text(), help.text(), others, wording.text(section.key()));
        Hit hit = found.orElse(Hit.PLAIN);
        label.mark(hit.label());
        help.mark(hit.help());
        String name = hit.also();
        also.setText(name == null ? "" : wording.text("preferences.also", name));
        return found.isPresent();
    }

    /** Shows the settings as they are now. */
    void show(Settings now) {}

    /** Takes what was typed and not taken yet. */
    void flush() {}

    /** Words of the window. */
    final Wording wording() {
        return wording;
    }
}
