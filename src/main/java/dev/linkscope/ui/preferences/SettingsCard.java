package dev.linkscope.ui.preferences;

import atlantafx.base.controls.CustomTextField;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.common.KeepInSight;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/**
 * The settings of the program. What is changed counts at once and can be undone for a while; there
 * is nothing to confirm.
 */
public final class SettingsCard extends VBox {
    private static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final Wording wording;
    private final Runnable onClose;
    private final LiveSettings live;
    private final Toast toast;
    private final CustomTextField search = new CustomTextField();
    private final SectionList sections;
    private final VBox body = new VBox();
    private final ScrollPane scroll = new ScrollPane(body);
    private final List<Row> rows = new ArrayList<>();
    private final HistoryRows history;
    private final NoticeRows notices;
    private Section shown;

    /**
     * A card.
     *
     * @param first the section to begin with
     * @param onClose takes the card away
     */
    public SettingsCard(SettingsServices services, Section first, Runnable onClose) {
        this.wording = services.wording();
        this.onClose = onClose;
        this.shown = first;
        toast = new Toast(wording.text("toast.close"));
        toast.setId("settings-toast");
        live = new LiveSettings(services, toast);
        history = new HistoryRows(services, live, toast);
        notices = new NoticeRows(services, live);
        var measuring = new MeasuringRows(services, live);
        var computer = new ComputerRows(services, live, toast);
        rows.addAll(LookRows.rows(services, live));
        rows.addAll(measuring.measuring());
        rows.addAll(measuring.judging());
        rows.addAll(history.rows());
        rows.addAll(notices.rows());
        rows.addAll(computer.computer());
        rows.addAll(computer.version());
        rows.addAll(UpdateRows.rows(services, live));
        rows.addAll(computer.licences());
        live.follow(now -> rows.forEach(row -> row.show(now)));
        sections = new SectionList(wording, this::goTo);
        build();
        sections.choose(first);
        history.readSize();
    }

    private void build() {
        setId("settings");
        getStyleClass().addAll("dialog-card", "settings-card");
        search.setId("settings-search");
        search.setPromptText(wording.text("preferences.search"));
        search.setAccessibleText(wording.text("preferences.search"));
        search.setLeft(Nodes.icon(MaterialDesignM.MAGNIFY, "muted-icon"));
        search.textProperty().subscribe(this::find);
        Label title = Nodes.labelled(wording.text("preferences.title"), "dialog-title");
        title.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title, Nodes.spacer(), search);
        head.getStyleClass().add("settings-top");
        body.getStyleClass().add("settings-body");
        scroll.setFitToWidth(true);
        KeepInSight.follow(scroll);
        scroll.getStyleClass().addAll("dialog-scroll", "settings-scroll");
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        var fields = new StackPane(scroll, toast);
        HBox.setHgrow(fields, Priority.ALWAYS);
        var middle = new HBox(sections, fields);
        middle.getStyleClass().add("settings-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        var close = new Button(wording.text("preferences.close"));
        close.setId("settings-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> close());
        Label atOnce = Nodes.wrapped("small", "muted");
        atOnce.setText(wording.text("preferences.at_once"));
        HBox.setHgrow(atOnce, Priority.ALWAYS);
        atOnce.setMaxWidth(Double.MAX_VALUE);
        var foot = new HBox(atOnce, close);
        foot.getStyleClass().add("buttons");
        getChildren().setAll(head, middle, foot);
        setOnKeyPressed(this::press);
        addEventFilter(KeyEvent.KEY_PRESSED, this::undo);
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (search.getText().isEmpty()) {
                close();
            } else {
                search.clear();
            }
            event.consume();
        } else if (SEARCH.match(event)) {
            search.requestFocus();
            search.selectAll();
            event.consume();
        }
    }

    // Before the field that has the cursor, which would take the keys with nothing to take back.
    private void undo(KeyEvent event) {
        boolean ofField =
                getScene().getFocusOwner() instanceof TextInputControl field && field.isUndoable();
        if (UNDO.match(event) && !ofField) {
            live.undo();
            event.consume();
        }
    }

    private void goTo(Section section) {
        shown = section;
        search.clear();
        showSection();
    }

    private void find(String typed) {
        Finder finder = Finder.of(typed);
        if (finder.none()) {
            rows.forEach(row -> row.find(finder));
            sections.choose(shown);
            showSection();
            return;
        }
        Map<Section, Integer> hits = new EnumMap<>(Section.class);
        var found = new ArrayList<Node>();
        for (Row row : rows) {
            if (row.find(finder)) {
                if (hits.merge(row.section(), 1, Integer::sum) == 1) {
                    found.add(heading(row.section()));
                }
                found.add(row);
            }
        }
        sections.showFound(hits);
        if (found.isEmpty()) {
            Label nothing = Nodes.wrapped("settings-nothing");
            nothing.setId("settings-nothing");
            nothing.setText(wording.text("preferences.nothing", typed.strip()));
            found.add(nothing);
        }
        show(found);
    }

    private void showSection() {
        var all = new ArrayList<Node>();
        all.add(heading(shown));
        rows.stream().filter(row -> row.section() == shown).forEach(all::add);
        show(all);
    }

    private void show(List<Node> nodes) {
        if (!body.getChildren().equals(nodes)) {
            body.getChildren().setAll(nodes);
            scroll.setVvalue(0);
        }
    }

    private Node heading(Section section) {
        Label heading = Nodes.wrapped("settings-heading");
        heading.setText(wording.text(section.key()));
        return heading;
    }

    /** Somebody else changed the settings so, such as a key of the window; it is stored already. */
    public void changedElsewhere(UnaryOperator<Settings> change) {
        live.changedElsewhere(change);
    }

    /** Takes what was typed last and closes the card. */
    public void close() {
        rows.forEach(Row::flush);
        notices.flush();
        // What was to be forgotten when the note goes is forgotten now.
        toast.hide();
        notices.close();
        onClose.run();
    }

    /** Puts the cursor into the search field. */
    public void focusFirst() {
        search.requestFocus();
    }
}
