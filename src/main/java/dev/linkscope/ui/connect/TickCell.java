package dev.linkscope.ui.connect;

import dev.linkscope.ui.common.Wording;
import javafx.scene.control.CheckBox;
import javafx.scene.control.cell.CheckBoxTableCell;
import org.jspecify.annotations.Nullable;

/** A box to be ticked that tells a screen reader of which printer it is. */
final class TickCell extends CheckBoxTableCell<BulkRow, Boolean> {
    private final Wording wording;

    TickCell(Wording wording) {
        this.wording = wording;
    }

    @Override
    public void updateItem(@Nullable Boolean item, boolean empty) {
        super.updateItem(item, empty);
        BulkRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
        String said = row == null ? null : wording.text("bulk.tick", row.printer().name());
        setAccessibleText(said);
        if (getGraphic() instanceof CheckBox box) {
            box.setAccessibleText(said);
        }
    }
}
