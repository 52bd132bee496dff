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
    private long revision = Long.MIN_VALUE;

    /** A place that shows the name alone until it is put into words. */
    PrinterItem(SessionSnapshot snapshot) {
        this.id = snapshot.printer().id();
        this.row = new ReadOnlyObjectWrapper<>(PrinterRow.unread(snapshot));
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

    /** Whether it shows another revision than that. */
    boolean isOlderThan(SessionSnapshot snapshot) {
        return snapshot.revision() != revision;
    }

    void show(SessionSnapshot snapshot, Wording wording) {
        revision = snapshot.revision();
        PrinterRow newRow = PrinterRow.of(snapshot, wording);
        if (!newRow.equals(row.get())) {
            row.set(newRow);
        }
    }
}
