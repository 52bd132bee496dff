package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Wording;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A place in the list of printers: stays the same while what it shows changes. */
public final class PrinterItem {
    private final PrinterId id;
    private final ReadOnlyObjectWrapper<PrinterRow> row;
    private long revision;

    PrinterItem(SessionSnapshot snapshot, Wording wording) {
        this.id = snapshot.printer().id();
        this.row = new ReadOnlyObjectWrapper<>(PrinterRow.of(snapshot, wording));
        this.revision = snapshot.revision();
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

    void show(SessionSnapshot snapshot, Wording wording) {
        if (snapshot.revision() == revision) {
            return;
        }
        revision = snapshot.revision();
        PrinterRow newRow = PrinterRow.of(snapshot, wording);
        if (!newRow.equals(row.get())) {
            row.set(newRow);
        }
    }
}
