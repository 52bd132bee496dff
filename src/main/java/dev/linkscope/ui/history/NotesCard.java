package dev.linkscope.ui.history;

import dev.linkscope.domain.history.UserNote;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TimeTip;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The user's notes on a printer, the latest first. Hidden while there is none. */
final class NotesCard extends VBox {
    private static final int OPEN = 3;

    private final Wording wording;
    private final NoteActions actions;
    private List<UserNote> notes = List.of();
    private Instant now = Instant.EPOCH;
    private boolean all;

    NotesCard(Wording wording, NoteActions actions) {
        this.wording = wording;
        this.actions = actions;
        setId("user-notes");
        getStyleClass().addAll("card", "ledger");
        setMinHeight(USE_PREF_SIZE);
        Nodes.show(this, false);
    }

    /** Shows these, in any order. */
    void show(List<UserNote> newNotes, Instant clock) {
        now = clock;
        notes = newNotes.stream().sorted(Comparator.comparing(UserNote::at).reversed()).toList();
        draw();
    }

    private void draw() {
        Nodes.show(this, !notes.isEmpty());
        var add = new Button(wording.text("noting.add"));
        add.setId("note-add");
        add.getStyleClass().add("small");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(event -> actions.add());
        var head =
                new HBox(
                        Nodes.labelled(wording.text("noting.list"), "pane-title"),
                        Nodes.spacer(),
                        add);
        head.setAlignment(Pos.CENTER_LEFT);
        List<Node> rows = new ArrayList<>();
        rows.add(head);
        notes.stream().limit(all ? notes.size() : OPEN).map(this::row).forEach(rows::add);
        if (notes.size() > OPEN) {
            var more =
                    new Hyperlink(
                            wording.text(
                                    all ? "noting.fewer" : "noting.more", notes.size() - OPEN));
            more.setId("notes-more");
            more.getStyleClass().add("small");
            more.setOnAction(event -> {
                all = !all;
                draw();
            });
            rows.add(more);
        }
        getChildren().setAll(rows);
    }

    private Node row(UserNote note) {
        String when = wording.when(note.at(), now);
        Label at =
                Nodes.labelled(
                        note.printer() == null ? wording.text("noting.row.all", when) : when,
                        "small",
                        "muted");
        TimeTip.on(at, note.at(), wording);
        Label text = Nodes.wrapped();
        text.setText(note.text());
        var words = new VBox(at, text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row =
                new HBox(
                        words,
                        button(
                                "noting.edit",
                                "note-edit",
                                MaterialDesignP.PENCIL_OUTLINE,
                                when,
                                () -> actions.edit(note)),
                        button(
                                "noting.delete",
                                "note-delete",
                                MaterialDesignD.DELETE_OUTLINE,
                                when,
                                () -> actions.delete(note)));
        row.getStyleClass().addAll("ledger-row", "note-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button button(String key, String style, Ikon icon, String when, Runnable action) {
        var button = new Button();
        button.setGraphic(Nodes.icon(icon));
        button.getStyleClass().addAll("flat", "button-icon", "small", style);
        button.setAccessibleText(wording.text(key, when));
        button.setTooltip(new Tooltip(wording.text(key, when)));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
