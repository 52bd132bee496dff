package dev.linkscope.ui.connect;

import dev.linkscope.engine.bulk.BulkEntry;
import dev.linkscope.engine.bulk.BulkEntry.Stage;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkQuestions.HostKey;
import dev.linkscope.ui.common.Wording;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import org.jspecify.annotations.Nullable;

/** Tables of many printers that are added. */
final class BulkTables {
    private final Wording wording;

    BulkTables(Wording wording) {
        this.wording = wording;
    }

    /** What is to be added, with cells for what differs from the others. */
    TableView<BulkRow> setup(ObservableList<BulkRow> rows) {
        TableView<BulkRow> table = table(rows, "bulk-rows");
        table.getColumns().add(ticks(BulkRow::chosenProperty));
        table.getColumns().add(fixed("bulk.column.name", 190, row -> row.printer().name()));
        table.getColumns().add(fixed("bulk.column.host", 190, BulkRow::host));
        table.getColumns().add(typed("bulk.column.user", BulkRow::userProperty));
        table.getColumns().add(typed("bulk.column.port", BulkRow::portProperty));
        table.getColumns().add(hidden("bulk.column.password", BulkRow::passwordProperty));
        return table;
    }

    /** How each stands. */
    TableView<BulkRow> progress(ObservableList<BulkRow> rows) {
        TableView<BulkRow> table = table(rows, "bulk-progress");
        table.getColumns().add(fixed("bulk.column.name", 190, row -> row.printer().name()));
        table.getColumns().add(fixed("bulk.column.host", 190, BulkRow::host));
        table.getColumns()
                .add(
                        column(
                                "bulk.column.state",
                                340,
                                row ->
                                        Bindings.createStringBinding(
                                                () -> words(row.entryProperty().get()),
                                                row.entryProperty())));
        return table;
    }

    /** New host keys. */
    TableView<BulkRow> keys(ObservableList<BulkRow> rows) {
        TableView<BulkRow> table = table(rows, "bulk-keys");
        table.getColumns().add(ticks(BulkRow::trustedProperty));
        table.getColumns().add(fixed("bulk.column.name", 130, row -> row.printer().name()));
        table.getColumns().add(fixed("bulk.column.host", 130, row -> key(row, HostKey::host)));
        table.getColumns().add(fixed("bulk.column.type", 100, row -> key(row, HostKey::type)));
        TableColumn<BulkRow, String> print =
                fixed("bulk.column.fingerprint", 370, row -> key(row, HostKey::fingerprint));
        print.getStyleClass().add("fingerprint");
        table.getColumns().add(print);
        return table;
    }

    private static String key(BulkRow row, Function<HostKey, String> part) {
        BulkEntry entry = row.entryProperty().get();
        HostKey key = entry == null ? null : entry.key();
        return key == null ? "" : part.apply(key);
    }

    private String words(@Nullable BulkEntry entry) {
        if (entry == null) {
            return wording.text("bulk.stage.WAITING");
        }
        ConnectStep step = entry.step();
        var failure = entry.failure();
        if (failure != null) {
            return wording.messages().render(failure.message());
        }
        String stage = wording.text("bulk.stage." + entry.stage());
        return step == null || entry.stage() != Stage.TRYING
                ? stage
                : stage + ": " + wording.text("step." + step + ".done");
    }

    private TableView<BulkRow> table(ObservableList<BulkRow> rows, String id) {
        var table = new TableView<>(rows);
        table.setId(id);
        table.setAccessibleText(wording.text("bulk.table." + id));
        table.setEditable(true);
        table.getStyleClass().addAll("bulk-table");
        table.setPrefHeight(300);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    private TableColumn<BulkRow, Boolean> ticks(Function<BulkRow, BooleanProperty> value) {
        var column = new TableColumn<BulkRow, Boolean>("");
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(_ -> new TickCell(wording));
        column.setMinWidth(48);
        column.setMaxWidth(48);
        column.setSortable(false);
        return column;
    }

    private TableColumn<BulkRow, String> fixed(
            String key, double width, Function<BulkRow, String> value) {
        return column(
                key,
                width,
                row -> Bindings.createStringBinding(() -> value.apply(row), row.entryProperty()));
    }

    private TableColumn<BulkRow, String> typed(
            String key, Function<BulkRow, ObservableValue<String>> value) {
        TableColumn<BulkRow, String> column = column(key, 90, value);
        column.setEditable(true);
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        return column;
    }

    private TableColumn<BulkRow, BulkRow> hidden(
            String key, Function<BulkRow, StringProperty> value) {
        var column = new TableColumn<BulkRow, BulkRow>(wording.text(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new PasswordCell(value, wording.text(key)));
        column.setPrefWidth(120);
        column.setSortable(false);
        return column;
    }

    /** A text that may be longer than its column: resting on it tells the whole. */
    private static final class ToldCell extends TableCell<BulkRow, String> {
        private final Tooltip whole = new Tooltip();

        ToldCell() {
            whole.setWrapText(true);
            whole.setMaxWidth(420);
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            boolean nothing = empty || text == null || text.isEmpty();
            setText(nothing ? null : text);
            whole.setText(text);
            setTooltip(nothing ? null : whole);
        }
    }

    private TableColumn<BulkRow, String> column(
            String key, double width, Function<BulkRow, ObservableValue<String>> value) {
        var column = new TableColumn<BulkRow, String>(wording.text(key));
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(_ -> new ToldCell());
        column.setPrefWidth(width);
        column.setEditable(false);
        return column;
    }
}
