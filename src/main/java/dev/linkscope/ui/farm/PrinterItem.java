package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A place in the list of printers: stays the same while what it shows changes. */
public final class PrinterItem {
    private final PrinterId id;
    private final ReadOnlyObjectWrapper<PrinterRow> row;

    PrinterItem(PrinterRow row) {
        this.id = row.printer().id();
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    /** Whose place it is. */
    public PrinterId id() {
        return id;
    }

    /** What it shows now. */
    public PrinterRow row() {
        return row.get();
    }

    /** What it shows; changes only when something to be seen has changed. */
    public ReadOnlyObjectProperty<PrinterRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    void show(PrinterRow newRow) {
        if (!newRow.equals(row.get())) {
            row.set(newRow);
        }
    }
}
