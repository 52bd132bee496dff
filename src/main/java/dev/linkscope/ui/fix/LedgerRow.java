package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.engine.fix.FixMark;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TimeTip;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** One change of the ledger: what, when, by whom, from what to what, and what came of it. */
final class LedgerRow extends VBox {
    private final Wording wording;
    private final Label told = Nodes.onlyWithText(Nodes.wrapped("small", "ledger-told"));
    private final Button stop = new Button();

    /** What a button does. */
    enum Deed {
        UNDO,
        FINISH,
        CHECK
    }

    /**
     * A row.
     *
     * @param name what the user calls the printer
     * @param mark what came of it; null if it is not watched
     */
    LedgerRow(
            FixText text,
            LedgerEntry entry,
            String name,
            @Nullable FixMark mark,
            Instant now,
            Consumer<Deed> perform) {
        wording = text.wording();
        getStyleClass().add("ledger-row");
        Label title = Nodes.wrapped("finding-title");
        title.setText(text.title(entry.step(), name));
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label pill = Nodes.label("pill");
        pill.setText(wording.text("fixwizard.entry." + entry.state()));
        pill.setGraphic(Nodes.icon(icon(entry.state()), "pill-icon"));
        tone(entry.state()).applyTo(pill);
        pill.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title, pill);
        head.getStyleClass().add("ledger-head");
        head.setAlignment(Pos.CENTER_LEFT);
        List<Node> rows = new ArrayList<>();
        rows.add(head);
        add(rows, "muted", who(entry, now));
        if (rows.getLast() instanceof Label who) {
            TimeTip.on(who, entry.begun(), wording);
        }
        entry.changes().forEach(change -> add(rows, "fix-change", text.change(change)));
        add(rows, "muted", text.all(entry.said()));
        if (mark != null && entry.state() == EntryState.DONE) {
            FixStage stage = FixStage.of(mark.state());
            add(rows, "", wording.text("fixwizard.ledger.result", wording.text(stage.key())));
        }
        rows.add(buttons(entry, perform));
        getChildren().setAll(rows);
        setAccessibleText(title.getText() + ". " + pill.getText());
    }

    private static void add(List<Node> rows, String style, String said) {
        if (!said.isEmpty()) {
            Label label = style.isEmpty() ? Nodes.wrapped("small") : Nodes.wrapped("small", style);
            label.setText(said);
            rows.add(label);
        }
    }

    private String who(LedgerEntry entry, Instant now) {
        String by = entry.action() == null ? "fixwizard.ledger.by_hand" : "fixwizard.ledger.by";
        return wording.text(by, wording.when(entry.begun(), now), entry.who());
    }

    private Node buttons(LedgerEntry entry, Consumer<Deed> perform) {
        var row = new FlowPane(8, 4);
        row.setAlignment(Pos.CENTER_LEFT);
        deeds(entry).forEach(deed -> add(row, entry, deed, perform));
        stop.setText(wording.text("fixwizard.stop"));
        stop.getStyleClass().addAll("small", "ledger-stop");
        row.getChildren().add(stop);
        return new VBox(4, told, row);
    }

    /** What can be done about a change as it stands; what was done by hand is undone by hand. */
    private static List<Deed> deeds(LedgerEntry entry) {
        if (entry.action() == null) {
            return entry.state() == EntryState.DONE ? List.of(Deed.UNDO) : List.of();
        }
        if (entry.undo() == null) {
            return entry.state() == EntryState.INTERRUPTED ? List.of(Deed.FINISH) : List.of();
        }
        return switch (entry.state()) {
            case INTERRUPTED -> List.of(Deed.CHECK, Deed.FINISH, Deed.UNDO);
            case DONE -> List.of(Deed.UNDO, Deed.CHECK);
            case BEGUN -> List.of(Deed.CHECK);
            case FAILED, UNDONE -> List.of();
        };
    }

    private void add(FlowPane row, LedgerEntry entry, Deed deed, Consumer<Deed> perform) {
        boolean byHand = entry.action() == null;
        var button =
                new Button(
                        wording.text(byHand ? "fixwizard.do.UNDONE" : "fixwizard.ledger." + deed));
        button.getStyleClass().addAll("small", "ledger-" + deed);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> perform.accept(deed));
        row.getChildren().add(button);
    }

    /**
     * Says what came of a button.
     *
     * @param onStop stops what is under way; null if nothing is
     */
    void tell(String what, @Nullable Runnable onStop) {
        told.setText(what);
        Nodes.show(stop, onStop != null);
        stop.setOnAction(event -> {
            if (onStop != null) {
                onStop.run();
            }
        });
        lookupAll(".button").stream()
                .filter(node -> !node.equals(stop))
                .forEach(node -> node.setDisable(onStop != null));
    }

    private static Tone tone(EntryState state) {
        return switch (state) {
            case DONE -> Tone.GOOD;
            case INTERRUPTED -> Tone.BAD;
            case BEGUN, FAILED -> Tone.WATCH;
            case UNDONE -> Tone.NEUTRAL;
        };
    }

    private static Ikon icon(EntryState state) {
        return switch (state) {
            case DONE -> MaterialDesignC.CHECK;
            case INTERRUPTED -> MaterialDesignA.ALERT_OCTAGON;
            case BEGUN -> MaterialDesignT.TIMER_SAND;
            case FAILED -> MaterialDesignC.CLOSE;
            case UNDONE -> MaterialDesignU.UNDO;
        };
    }
}
