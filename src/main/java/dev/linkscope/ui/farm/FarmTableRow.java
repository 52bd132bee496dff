package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.common.Condition;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;

/**
 * A printer's row in the table: a click opens the printer, with Ctrl or Shift it chooses several;
 * what is off on purpose is pale.
 */
final class FarmTableRow extends TableRow<FarmItem> {
    private static final PseudoClass PLANNED = PseudoClass.getPseudoClass("planned-off");

    private final ChangeListener<FarmRow> listener = (value, before, now) -> show(now);
    private final WeakChangeListener<FarmRow> weakListener = new WeakChangeListener<>(listener);

    FarmTableRow(FarmMenu menu, Consumer<PrinterId> open) {
        getStyleClass().add("farm-row");
        setOnMouseClicked(event -> {
            FarmItem item = getItem();
            boolean choosing = event.isShiftDown() || event.isShortcutDown();
            if (item != null && event.getButton() == MouseButton.PRIMARY && !choosing) {
                open.accept(item.id());
            }
        });
        setOnContextMenuRequested(event -> {
            FarmItem item = getItem();
            if (item != null) {
                menu.show(item.row(), this, event);
            }
        });
    }

    @Override
    protected void updateItem(FarmItem item, boolean empty) {
        FarmItem before = getItem();
        super.updateItem(item, empty);
        if (before != null && before != item) {
            before.rowProperty().removeListener(weakListener);
        }
        if (empty || item == null) {
            setAccessibleText(null);
            pseudoClassStateChanged(PLANNED, false);
            return;
        }
        if (before != item) {
            item.rowProperty().addListener(weakListener);
        }
        show(item.row());
    }

    private void show(FarmRow row) {
        row.condition().tone().applyTo(this);
        setAccessibleText(row.spoken());
        pseudoClassStateChanged(PLANNED, row.condition() == Condition.PLANNED_OFF);
    }
}
