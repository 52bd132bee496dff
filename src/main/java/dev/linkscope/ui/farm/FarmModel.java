package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    /** Rows put into words at once; each takes about 50 µs. */
    private static final int AT_ONCE = 12;

    private final Wording wording;
    private final Supplier<Alerts> alerts;
    private final ObservableList<PrinterItem> all =
            FXCollections.observableArrayList(item -> new Observable[] {item.rowProperty()});
    private final FilteredList<PrinterItem> shown = new FilteredList<>(all);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable PrinterId> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Set<PrinterId>> hidden =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final Map<PrinterId, SessionSnapshot> waiting = new LinkedHashMap<>();
    private List<SessionSnapshot> latest = List.of();
    private Alerts said = Alerts.USUAL;
    private Map<PrinterId, PrinterItem> known = Map.of();

    /**
     * An empty list.
     *
     * @param alerts what the user said of printers; returns at once
     */
    public FarmModel(Wording wording, Supplier<Alerts> alerts) {
        this.wording = wording;
        this.alerts = alerts;
        query.subscribe(text ->
                shown.setPredicate(text.isBlank() ? null : item -> item.row().matches(text)));
    }

    /**
     * Takes over new snapshots; printers that stay keep their place and the selection. What many
     * printers say is put into words a few at a time, the rest by {@link #catchUp()}.
     */
    public void accept(List<SessionSnapshot> snapshots) {
        latest = snapshots;
        said = alerts.get();
        Map<PrinterId, PrinterItem> before = new HashMap<>();
        all.forEach(item -> before.put(item.id(), item));
        List<PrinterItem> next = new ArrayList<>();
        for (SessionSnapshot snapshot : snapshots) {
            PrinterId id = snapshot.printer().id();
            if (!isHidden(id)) {
                PrinterItem item = before.get(id);
                next.add(item == null ? new PrinterItem(snapshot, said.of(id)) : item);
                if (item == null || item.isOlderThan(snapshot, said.of(id))) {
                    // Who waits keeps its turn, so that nobody waits for ever.
                    waiting.put(id, snapshot);
                }
            }
        }
        known = new HashMap<>();
        next.forEach(item -> known.put(item.id(), item));
        waiting.keySet().retainAll(known.keySet());
        putIntoWords();
        if (!next.equals(all)) {
            all.setAll(next);
        }
        keepSelection();
        summarise();
    }

    /** Puts some more of what was taken over into words; never long enough to hold up a frame. */
    public void catchUp() {
        if (alerts.get().equals(said)) {
            putIntoWords();
        } else {
            accept(latest);
        }
    }

    private void putIntoWords() {
        var turn = waiting.entrySet().iterator();
        for (int i = 0; i < AT_ONCE && turn.hasNext(); i++) {
            Map.Entry<PrinterId, SessionSnapshot> next = turn.next();
            PrinterItem item = known.get(next.getKey());
            if (item != null) {
                item.show(next.getValue(), said.of(next.getKey()), wording);
            }
            turn.remove();
        }
    }

    private void keepSelection() {
        boolean gone = all.stream().noneMatch(item -> item.id().equals(selected.get()));
        if (gone) {
            selected.set(all.isEmpty() ? null : all.getFirst().id());
        }
    }

    private void summarise() {
        long action =
                latest.stream()
                        .filter(one -> !isHidden(one.printer().id()))
                        .filter(one -> Condition.of(one, said.of(one.printer().id())).needsAction())
                        .count();
        summary.set(wording.text("list.summary", all.size(), action));
        empty.set(all.isEmpty());
    }

    /** Leaves printers out of the list, or takes them in again, without touching the farm. */
    public void hide(Collection<PrinterId> ids, boolean hide) {
        var next = new HashSet<>(hidden.get());
        if (hide ? next.addAll(ids) : next.removeAll(ids)) {
            hidden.set(Set.copyOf(next));
            accept(latest);
        }
    }

    /** Whether a printer is left out. */
    public boolean isHidden(PrinterId id) {
        return hidden.get().contains(id);
    }

    /** Printers that are left out. */
    public ReadOnlyObjectProperty<Set<PrinterId>> hiddenProperty() {
        return hidden.getReadOnlyProperty();
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
