package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A printer's place on the page of the farm: stays the same while what it shows changes. */
final class FarmItem {
    private final ReadOnlyObjectWrapper<FarmRow> row;

    FarmItem(FarmRow row) {
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    PrinterId id() {
        return row.get().id();
    }

    FarmRow row() {
        return row.get();
    }

    ReadOnlyObjectProperty<FarmRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    void show(FarmRow newRow) {
        row.set(newRow);
    }
}
