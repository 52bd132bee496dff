package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FoundPrinters.Candidate;
import dev.linkscope.engine.port.Discovery;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The printers that announce themselves, live, to choose from. */
public final class DiscoverCard extends VBox {

    private static final int FEWEST_ROWS = 4;
    private static final int MOST_ROWS = 8;

    private final Wording wording;
    private final FoundModel model;
    private final ListView<Candidate> list = new ListView<>();
    private final Label state = Nodes.wrapped("muted");
    private final Label nothing = Nodes.wrapped("muted");
    private final Button add = new Button();
    private final Consumer<List<Printer>> onAdd;
    private final Runnable onClose;

    /** What the user does not want; all others not watched yet are chosen. */
    private final Set<PrinterId> leftOut = new HashSet<>();

    private @Nullable PrinterId selected;

    /**
     * A card; searches while it is shown.
     *
     * @param watched the printers that are watched already; returns at once
     * @param onAdd takes what was chosen, after the card was closed
     * @param onClose closes the card
     */
    public DiscoverCard(
            Wording wording,
            Discovery discovery,
            Supplier<List<Printer>> watched,
            Consumer<List<Printer>> onAdd,
            Runnable onClose) {
        this.wording = wording;
        this.onAdd = onAdd;
        this.onClose = onClose;
        model = new FoundModel(discovery, watched);
        getStyleClass().add("dialog-card");
        setId("discover");
        setMaxHeight(USE_PREF_SIZE);
        state.setId("discover-state");
        nothing.setId("discover-nothing");
        nothing.getStyleClass().add("found-nothing");
        getChildren()
                .setAll(
                        Nodes.labelled(wording.text("found.card.title"), "dialog-title"),
                        state,
                        list(),
                        buttons());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(now -> {
                    if (now != null) {
                        selected = now.printer().id();
                    }
                });
        model.candidates()
                .addListener(
                        (ListChangeListener<Candidate>)
                                change -> {
                                    show();
                                    // A new list has no selection, and the keys would begin at the
                                    // top again.
                                    FxExecutor.FX.execute(this::selectAgain);
                                });
        model.patientProperty().subscribe(patient -> show());
        // Before the list, which keeps the key for itself.
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        onClose.run();
                        event.consume();
                    }
                });
        model.searchWhileShown(this);
    }

    private ListView<Candidate> list() {
        list.setId("found-list");
        list.getStyleClass().add("found-list");
        list.setAccessibleText(wording.text("found.card.title"));
        list.setItems(model.candidates());
        list.setPlaceholder(nothing);
        list.setCellFactory(view -> new FoundCell(wording, this::isChosen, this::toggle));
        list.minHeightProperty().bind(Nodes.height(list, 2));
        VBox.setVgrow(list, Priority.SOMETIMES);
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Candidate chosen = list.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.SPACE && chosen != null) {
                        toggle(chosen);
                        event.consume();
                    }
                });
        return list;
    }

    private HBox buttons() {
        var cancel = new Button(wording.text("add.cancel"));
        cancel.setId("discover-cancel");
        cancel.setOnAction(event -> onClose.run());
        add.setId("discover-add");
        add.setDefaultButton(true);
        add.getStyleClass().add("accent");
        add.setOnAction(event -> {
            List<Printer> chosen = chosen();
            onClose.run();
            onAdd.accept(chosen);
        });
        cancel.setMinWidth(USE_PREF_SIZE);
        add.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(cancel, Nodes.spacer(), add);
        row.getStyleClass().add("buttons");
        return row;
    }

    private void show() {
        int found = model.candidates().size();
        boolean waiting = found == 0 && model.patientProperty().get();
        state.setText(
                found == 0
                        ? wording.text(waiting ? "found.looking.title" : "found.nothing.title")
                        : wording.text("found.card.state", found));
        nothing.setText(wording.text(waiting ? "found.looking.detail" : "found.nothing.detail"));
        list.prefHeightProperty()
                .bind(Nodes.height(list, Math.clamp(found, FEWEST_ROWS, MOST_ROWS)));
        count();
    }

    private void selectAgain() {
        List<Candidate> found = model.candidates();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).printer().id().equals(selected)) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private void count() {
        int chosen = chosen().size();
        add.setText(wording.text("found.card.add", chosen));
        add.setDisable(chosen == 0);
    }

    private List<Printer> chosen() {
        return model.candidates().stream().filter(this::isChosen).map(Candidate::printer).toList();
    }

    private boolean isChosen(Candidate candidate) {
        return !candidate.watched() && !leftOut.contains(candidate.printer().id());
    }

    private void toggle(Candidate candidate) {
        PrinterId id = candidate.printer().id();
        if (!candidate.watched() && !leftOut.remove(id)) {
            leftOut.add(id);
        }
        list.refresh();
        count();
    }

    /** Puts the cursor on the button that adds, or on the list while there is nothing to add. */
    public void focusFirst() {
        if (add.isDisabled()) {
            list.requestFocus();
        } else {
            add.requestFocus();
        }
    }
}
