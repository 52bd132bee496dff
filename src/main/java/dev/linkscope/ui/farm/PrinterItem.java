package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.ui.common.Wording;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A place in the list of printers: stays the same while what it shows changes. */
public final class PrinterItem {
    private final PrinterId id;
    private final ReadOnlyObjectWrapper<PrinterRow> row;
    private long revision = Long.MIN_VALUE;
    private Attention attention;

    /** A place that shows the name alone until it is put into words. */
    PrinterItem(SessionSnapshot snapshot, Attention attention) {
        this.id = snapshot.printer().id();
        this.attention = attention;
        this.row = new ReadOnlyObjectWrapper<>(PrinterRow.unread(snapshot, attention));
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

    /** Whether it shows another revision than that, or another word of the user's. */
    boolean isOlderThan(SessionSnapshot snapshot, Attention said) {
        return snapshot.revision() != revision || !attention.equals(said);
    }

    void show(SessionSnapshot snapshot, Attention said, Wording wording) {
        revision = snapshot.revision();
        attention = said;
        PrinterRow newRow = PrinterRow.of(snapshot, said, wording);
        if (!newRow.equals(row.get())) {
            row.set(newRow);
        }
    }
}
