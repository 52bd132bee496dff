package dev.linkscope.ui.connect;

import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell in which a password is typed and never shown. Its item is the row, not the password: else
 * each letter typed would make the table fill the field anew.
 */
final class PasswordCell extends TableCell<BulkRow, BulkRow> {
    private final PasswordField field = new PasswordField();
    private final Function<BulkRow, StringProperty> value;
    private @Nullable StringProperty bound;

    /**
     * A cell.
     *
     * @param name what it asks for, for those who do not see its column
     */
    PasswordCell(Function<BulkRow, StringProperty> value, String name) {
        this.value = value;
        field.getStyleClass().add("cell-password");
        field.setAccessibleText(name);
    }

    @Override
    protected void updateItem(@Nullable BulkRow row, boolean empty) {
        super.updateItem(row, empty);
        if (bound != null) {
            field.textProperty().unbindBidirectional(bound);
        }
        bound = row == null || empty ? null : value.apply(row);
        if (bound != null) {
            field.textProperty().bindBidirectional(bound);
        }
        setGraphic(bound == null ? null : field);
        setAccessibleText(bound == null ? null : field.getAccessibleText());
    }
}
