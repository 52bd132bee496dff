package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** What the list of printers shows, which one is chosen, and what is searched for. */
public final class FarmModel {
    private final Wording wording;
    private final ObservableList<PrinterItem> all =
            FXCollections.observableArrayList(item -> new Observable[] {item.rowProperty()});
    private final FilteredList<PrinterItem> shown = new FilteredList<>(all);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable PrinterId> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final Set<PrinterId> hidden = new HashSet<>();
    private List<SessionSnapshot> latest = List.of();

    /** An empty list. */
    public FarmModel(Wording wording) {
        this.wording = wording;
        query.subscribe(text -> shown.setPredicate(item -> item.row().matches(text)));
    }

    /** Takes over new snapshots; printers that stay keep their place and the selection. */
    public void accept(List<SessionSnapshot> snapshots) {
        latest = snapshots;
        Map<PrinterId, PrinterItem> known = new HashMap<>();
        all.forEach(item -> known.put(item.id(), item));
        List<PrinterItem> next = new ArrayList<>();
        for (SessionSnapshot snapshot : snapshots) {
            PrinterId id = snapshot.printer().id();
            if (!hidden.contains(id)) {
                next.add(updated(known.get(id), snapshot));
            }
        }
        if (!next.equals(all)) {
            all.setAll(next);
        }
        keepSelection();
        summarise();
    }

    private PrinterItem updated(@Nullable PrinterItem item, SessionSnapshot snapshot) {
        if (item == null) {
            return new PrinterItem(snapshot, wording);
        }
        item.show(snapshot, wording);
        return item;
    }

    private void keepSelection() {
        boolean gone = all.stream().noneMatch(item -> item.id().equals(selected.get()));
        if (gone) {
            selected.set(all.isEmpty() ? null : all.getFirst().id());
        }
    }

    private void summarise() {
        long action = all.stream().filter(item -> item.row().condition().needsAction()).count();
        summary.set(wording.text("list.summary", all.size(), action));
        empty.set(all.isEmpty());
    }

    /** Leaves a printer out of the list, or takes it in again, without touching the farm. */
    public void hide(PrinterId id, boolean hide) {
        if (hide ? hidden.add(id) : hidden.remove(id)) {
            accept(latest);
        }
    }

    /** The printers that match the search, in the user's order. */
    public ObservableList<PrinterItem> shown() {
        return shown;
    }

    /** All printers of the list, in the user's order. */
    public List<PrinterId> ids() {
        return all.stream().map(PrinterItem::id).toList();
    }

    /** The latest snapshot of the chosen printer. */
    public Optional<SessionSnapshot> selectedSnapshot() {
        return latest.stream()
                .filter(snapshot -> snapshot.printer().id().equals(selected.get()))
                .findFirst();
    }

    /** The chosen printer; null only while there is none. */
    public ObjectProperty<@Nullable PrinterId> selectedProperty() {
        return selected;
    }

    /** What is searched for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** How many printers, and how many need action. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Whether there is no printer at all. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }
}
