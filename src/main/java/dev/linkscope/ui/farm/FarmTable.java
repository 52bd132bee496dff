package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Wording;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The table of the farm: a row a printer, columns and order as the user chose. */
final class FarmTable extends TableView<FarmItem> {
    /** Room for the scroll bar. */
    private static final double SCROLL_BAR = 18;

    private final ShownFarm board;
    private final ObjectProperty<@Nullable PrinterId> selected;
    private final Map<FarmColumn, TableColumn<FarmItem, FarmRow>> columns =
            new EnumMap<>(FarmColumn.class);
    private final ObservableValue<Number> textSize = TextSize.factor(this);
    private boolean applying;
    private boolean following;

    /**
     * A table.
     *
     * @param selected the chosen printer of the window
     * @param menu what can be done with a printer
     * @param showAll shows all printers again, whatever was searched for
     */
    FarmTable(
            ShownFarm board,
            ObjectProperty<@Nullable PrinterId> selected,
            Wording wording,
            FarmMenu menu,
            FarmActions actions,
            Runnable showAll) {
        super(board.shown());
        this.board = board;
        this.selected = selected;
        setId("farm-table");
        getStyleClass().add("farm-table");
        setAccessibleText(wording.text("farm.table.spoken"));
        setPlaceholder(new NoneShown(board, wording, showAll));
        for (FarmColumn column : FarmColumn.values()) {
            columns.put(column, column(column, wording));
        }
        setRowFactory(view -> new FarmTableRow(menu, actions::open));
        setSortPolicy(view -> sort(view.getSortOrder()));
        setOnKeyPressed(event -> {
            FarmItem item = getSelectionModel().getSelectedItem();
            if (item != null && event.getCode() == KeyCode.ENTER) {
                actions.open(item.id());
                event.consume();
            } else if (item != null && event.getCode() == KeyCode.DELETE) {
                actions.remove(together().stream().map(FarmItem::id).toList());
                event.consume();
            }
        });
        setOnContextMenuRequested(event -> {
            FarmItem item = getSelectionModel().getSelectedItem();
            if (item != null) {
                menu.show(item.row(), this, event);
            }
        });
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        widthProperty().subscribe(this::fit);
        textSize.subscribe(this::fit);
        bindSelection();
    }

    /** The printers that are chosen together, while the table is shown. */
    List<FarmItem> together() {
        return isVisible()
                ? getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList()
                : List.of();
    }

    private static TableColumn<FarmItem, FarmRow> column(FarmColumn column, Wording wording) {
        var made = new TableColumn<FarmItem, FarmRow>(title(column, wording));
        made.setId(column.storedName());
        made.setUserData(column);
        made.setCellValueFactory(features -> features.getValue().rowProperty());
        made.setCellFactory(view -> FarmTableCell.of(column, wording));
        made.setMinWidth(Math.min(40, column.least()));
        made.setSortable(column.sortable());
        return made;
    }

    private static String title(FarmColumn column, Wording wording) {
        return column == FarmColumn.STATE ? "" : wording.text(column.key());
    }

    /** Shows these columns in this order. */
    void show(List<FarmColumn> chosen) {
        applying = true;
        getColumns().setAll(chosen.stream().map(columns::get).toList());
        applying = false;
        fit();
    }

    /** The columns as they stand. */
    List<FarmColumn> chosen() {
        return getColumns().stream().map(column -> (FarmColumn) column.getUserData()).toList();
    }

    /** Tells when the user has moved a column. */
    void onMoved(Consumer<List<FarmColumn>> told) {
        getColumns()
                .addListener(
                        (ListChangeListener<TableColumn<FarmItem, ?>>)
                                change -> {
                                    if (!applying) {
                                        told.accept(chosen());
                                    }
                                });
    }

    private boolean sort(List<TableColumn<FarmItem, ?>> by) {
        Comparator<FarmRow> order = null;
        for (TableColumn<FarmItem, ?> column : by) {
            Comparator<FarmRow> next =
                    FarmOrder.by(
                            (FarmColumn) column.getUserData(),
                            column.getSortType() == SortType.DESCENDING);
            order = order == null ? next : order.thenComparing(next);
        }
        board.order(order == null ? FarmOrder.WORST_FIRST : order);
        return true;
    }

    /** Gives each column its least width and its part of the room that is left. */
    private void fit() {
        double larger = textSize.getValue().doubleValue();
        double room = getWidth() - SCROLL_BAR;
        List<FarmColumn> shown =
                getWidth() > 0 ? FarmColumn.fitting(chosen(), room / larger) : chosen();
        columns.forEach((column, made) -> made.setVisible(shown.contains(column)));
        double least = shown.stream().mapToDouble(FarmColumn::least).sum() * larger;
        int weights = shown.stream().mapToInt(FarmColumn::weight).sum();
        double left = Math.max(0, room - least);
        for (FarmColumn column : shown) {
            double part = weights == 0 ? 0 : left * column.weight() / weights;
            TableColumn<FarmItem, FarmRow> made = columns.get(column);
            if (made != null) {
                made.setPrefWidth(Math.floor(column.least() * larger + part));
            }
        }
    }

    private void bindSelection() {
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> {
                    if (item != null && !following) {
                        selected.set(item.id());
                    }
                });
        selected.subscribe(id -> follow());
        board.shown().subscribe(this::follow);
    }

    private void follow() {
        PrinterId id = selected.get();
        FarmItem now = getSelectionModel().getSelectedItem();
        if (id == null || (now != null && now.id().equals(id))) {
            return;
        }
        following = true;
        getSelectionModel().clearSelection();
        board.shown().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .ifPresent(getSelectionModel()::select);
        following = false;
    }
}
