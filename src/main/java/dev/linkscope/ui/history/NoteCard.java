package dev.linkscope.ui.history;

import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.ui.common.MomentFields;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.NoteArea;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where a note is written or changed. It stays open until the note is kept. */
public final class NoteCard extends VBox {
    private final Wording wording;
    private final Printer printer;
    private final @Nullable UserNote old;
    private final Instant now;
    private final NoteKeeper keeper;
    private final Runnable onClose;
    private final NoteArea text;
    private final MomentFields at;
    private final CheckBox forAll = new CheckBox();
    private final Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint"));
    private final Button save = new Button();

    /**
     * A card.
     *
     * @param printer whom the note concerns
     * @param old the note to be changed; null for a new one
     * @param onClose takes the card away
     */
    public NoteCard(
            Wording wording,
            Printer printer,
            @Nullable UserNote old,
            Instant now,
            NoteKeeper keeper,
            Runnable onClose) {
        this.wording = wording;
        this.printer = printer;
        this.old = old;
        this.now = now;
        this.keeper = keeper;
        this.onClose = onClose;
        getStyleClass().add("question");
        setId("note-card");
        Label title = Nodes.wrapped("question-title");
        title.setText(
                wording.text(old == null ? "noting.title" : "noting.title.edit", printer.name()));
        text =
                new NoteArea(
                        wording,
                        "note-text",
                        wording.text("noting.text"),
                        wording.text("noting.text.prompt"),
                        4);
        at = new MomentFields(wording, "note-at", wording.text("noting.at"), this::unsay);
        at.set(old == null ? now : old.at());
        forAll.setId("note-for-all");
        forAll.setText(wording.text("noting.for_all"));
        if (old != null) {
            text.set(old.text());
            forAll.setSelected(old.printer() == null);
        }
        text.onChange(this::unsay);
        getChildren().setAll(title, text, at, forAll, complaint, buttons());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
    }

    private HBox buttons() {
        var cancel = new Button(wording.text("noting.cancel"));
        cancel.setId("note-cancel");
        cancel.setOnAction(event -> onClose.run());
        save.setText(wording.text("noting.save"));
        save.setId("note-save");
        save.setDefaultButton(true);
        save.getStyleClass().add("accent");
        save.setOnAction(event -> save());
        cancel.setMinWidth(USE_PREF_SIZE);
        save.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(Nodes.spacer(), cancel, save);
        row.getStyleClass().add("buttons");
        return row;
    }

    private void unsay() {
        complaint.setText("");
    }

    private void save() {
        String wrong = problem();
        complaint.setText(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        var note =
                new UserNote(
                        old == null ? UUID.randomUUID().toString() : old.id(),
                        forAll.isSelected() ? null : printer.id(),
                        at.moment().orElse(now),
                        old == null ? now : old.writtenAt(),
                        text.text());
        save.setDisable(true);
        keeper.keep(note, this::kept);
    }

    private String problem() {
        if (text.text().isEmpty()) {
            return wording.text("noting.empty");
        }
        String wrong = at.problem();
        boolean future = at.moment().map(moment -> moment.isAfter(now)).orElse(false);
        return wrong.isEmpty() && future ? wording.text("noting.future") : wrong;
    }

    private void kept(boolean done) {
        save.setDisable(false);
        if (done) {
            onClose.run();
        } else {
            complaint.setText(wording.text("noting.unkept"));
        }
    }

    /** The moment that the note is about, unless the user types another. */
    public void about(Instant moment) {
        at.set(moment);
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        text.focusFirst();
    }
}
