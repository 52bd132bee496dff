package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.ui.common.CopiedText;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The attempts, a row each, newest first. Rows are copied with Ctrl+C. */
final class OutcomeTable extends TableView<OutcomeRow> {
    private static final double ROW_HEIGHT = 28;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Wording wording;
    private final Label nothing = Nodes.wrapped("muted");
    private final ObservableList<OutcomeRow> rows = FXCollections.observableArrayList();

    OutcomeTable(Wording wording) {
        this.wording = wording;
        setId("outcomes");
        getStyleClass().add("outcome-table");
        setAccessibleText(wording.text("outcome.table"));
        TextSize.factor(this)
                .subscribe(factor -> setFixedCellSize(ROW_HEIGHT * factor.doubleValue()));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setItems(rows);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        nothing.setMaxWidth(460);
        nothing.getStyleClass().add("outcome-none");
        setPlaceholder(nothing);
        getColumns()
                .setAll(
                        List.of(
                                column("time", 150, OutcomeRow::time, this::utc),
                                column("probe", 130, OutcomeRow::probe, OutcomeTable::target),
                                result(),
                                column("phase", 120, OutcomeRow::phase, row -> ""),
                                column("class", 200, OutcomeRow::words, OutcomeTable::named),
                                column("took", 80, OutcomeRow::took, row -> ""),
                                column("details", 150, OutcomeRow::details, OutcomeRow::details)));
        var copy = new MenuItem(wording.text("outcome.copy"));
        copy.setId("outcome-copy");
        copy.setAccelerator(COPY);
        copy.setOnAction(event -> copy());
        setContextMenu(new ContextMenu(copy));
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    private String utc(OutcomeRow row) {
        return wording.text("outcome.utc", row.timed().at().toString());
    }

    private static String target(OutcomeRow row) {
        return row.timed().outcome().target();
    }

    /** The words may be cut off, and who helps asks for the name. */
    private static String named(OutcomeRow row) {
        String name = row.timed().outcome().errorClass();
        return name == null ? "" : row.words() + "\n" + name;
    }

    private TableColumn<OutcomeRow, OutcomeRow> column(
            String name,
            double width,
            Function<OutcomeRow, String> text,
            Function<OutcomeRow, String> tip) {
        TableColumn<OutcomeRow, OutcomeRow> column = bare(name, width);
        column.setCellFactory(view -> new TextCell(text, tip));
        return column;
    }

    private TableColumn<OutcomeRow, OutcomeRow> result() {
        TableColumn<OutcomeRow, OutcomeRow> column = bare("result", 115);
        column.setCellFactory(view -> new ResultCell());
        return column;
    }

    private TableColumn<OutcomeRow, OutcomeRow> bare(String name, double width) {
        var column = new TableColumn<OutcomeRow, OutcomeRow>(wording.text("outcome." + name));
        column.setId("outcome-" + name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        TextSize.factor(this)
                .subscribe(factor -> column.setPrefWidth(width * factor.doubleValue()));
        column.setMinWidth(50);
        // They come newest first; of a part of them no other order would be true.
        column.setSortable(false);
        return column;
    }

    /** Shows these rows; those that were selected stay so. */
    void show(List<OutcomeRow> newRows) {
        Set<TimedOutcome> chosen = new HashSet<>();
        getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .forEach(row -> chosen.add(row.timed()));
        rows.setAll(newRows);
        getSelectionModel().clearSelection();
        if (!chosen.isEmpty()) {
            for (int i = 0; i < newRows.size(); i++) {
                if (chosen.contains(newRows.get(i).timed())) {
                    getSelectionModel().select(i);
                }
            }
        }
    }

    /** What is said while there is no row. */
    void say(String why) {
        nothing.setText(why);
    }

    /** Puts the selected rows onto the clipboard. */
    void copy() {
        List<OutcomeRow> chosen =
                getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
        if (!chosen.isEmpty()) {
            CopiedText.put(OutcomeRows.copied(chosen));
        }
    }

    /** A text with more of it where the mouse rests. */
    private static class TextCell extends TableCell<OutcomeRow, OutcomeRow> {
        private final Function<OutcomeRow, String> text;
        private final Function<OutcomeRow, String> tip;
        private @Nullable Tooltip shown;

        TextCell(Function<OutcomeRow, String> text, Function<OutcomeRow, String> tip) {
            this.text = text;
            this.tip = tip;
            setOnMouseEntered(event -> explain());
        }

        private void explain() {
            OutcomeRow row = getItem();
            String said = row == null ? "" : whole(text.apply(row), tip.apply(row));
            if (said.isEmpty()) {
                setTooltip(null);
                return;
            }
            Tooltip made = shown == null ? new Tooltip() : shown;
            made.setWrapText(true);
            made.setMaxWidth(460);
            made.setText(said);
            shown = made;
            setTooltip(made);
        }

        /** The text is told too: it may be shortened. */
        private static String whole(String text, String tip) {
            return tip.contains(text) ? tip : (text + "\n" + tip).strip();
        }

        @Override
        protected void updateItem(OutcomeRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
        }
    }

    /** The result as a sign and a word. */
    private static final class ResultCell extends TableCell<OutcomeRow, OutcomeRow> {
        private final FontIcon icon = Nodes.icon(FactTable.sign(Tone.NEUTRAL), "state-icon");

        @Override
        protected void updateItem(OutcomeRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            Tone tone = tone(row.state());
            icon.setIconCode(FactTable.sign(tone));
            tone.applyTo(icon);
            setText(row.result());
            setGraphic(icon);
        }

        private static Tone tone(SlotState state) {
            return switch (state) {
                case OK -> Tone.GOOD;
                case FAILED -> Tone.BAD;
                case NOT_MEASURED -> Tone.NEUTRAL;
            };
        }
    }
}
