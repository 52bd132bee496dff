package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.ui.control.OutageLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the page of the farm shows, in which order and of whom. Rows come ready; here they are only
 * chosen and put in order.
 */
final class ShownFarm {
    /** Rows that change places of themselves do so seldom: nobody can read what moves. */
    private static final int LOOKS_IN_ORDER = 5;

    private static final FarmPicture NOTHING =
            new FarmPicture(
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Instant.EPOCH.plusSeconds(1),
                    List.of(),
                    List.of(),
                    FarmView.NONE,
                    List.of(),
                    new FarmStatus("", "", ""));

    private final Predicate<PrinterId> hidden;
    private final Map<PrinterId, FarmItem> items = new LinkedHashMap<>();
    private final ObservableList<FarmItem> shown = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<FarmPicture> picture = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<FarmFilter> filter =
            new ReadOnlyObjectWrapper<>(FarmFilter.NONE);
    private Comparator<FarmRow> order = FarmOrder.WORST_FIRST;
    private int looks;

    /**
     * An empty board.
     *
     * @param hidden printers that are left out
     */
    ShownFarm(Predicate<PrinterId> hidden) {
        this.hidden = hidden;
    }

    /** Takes over what was read, at once. */
    void accept(FarmPicture next) {
        acceptRows(next);
        acceptWhole(next);
    }

    /** Takes over the rows of what was read; the rest follows, in a frame of its own. */
    void acceptRows(FarmPicture next) {
        boolean others = items.size() != next.rows().size();
        var kept = new HashSet<PrinterId>();
        for (FarmRow row : next.rows()) {
            kept.add(row.id());
            FarmItem item = items.get(row.id());
            if (item == null) {
                items.put(row.id(), new FarmItem(row));
                others = true;
            } else {
                item.show(row);
            }
        }
        items.keySet().retainAll(kept);
        looks++;
        if (others || looks >= LOOKS_IN_ORDER || filter.get().isActive()) {
            arrange();
        }
    }

    /** Takes over what was read of all printers together. */
    void acceptWhole(FarmPicture next) {
        picture.set(next);
    }

    /** Chooses and orders anew. */
    void arrange() {
        looks = 0;
        var next = new ArrayList<FarmItem>();
        for (FarmItem item : items.values()) {
            if (!hidden.test(item.id()) && filter.get().shows(item.row())) {
                next.add(item);
            }
        }
        next.sort(Comparator.comparing(FarmItem::row, order));
        if (!next.equals(shown)) {
            shown.setAll(next);
        }
    }

    /** Orders otherwise, at once. */
    void order(Comparator<FarmRow> other) {
        order = other;
        arrange();
    }

    /** Shows others, at once. */
    void filter(FarmFilter other) {
        if (!other.equals(filter.get())) {
            filter.set(other);
            arrange();
        }
    }

    /** The printers that are shown, in their order; changes seldom. */
    ObservableList<FarmItem> shown() {
        return shown;
    }

    /** All printers but those taken out of the list. */
    List<FarmRow> all() {
        return items.values().stream()
                .map(FarmItem::row)
                .filter(row -> !hidden.test(row.id()))
                .toList();
    }

    /** The chart's rows of the printers that are shown: who was down longest first. */
    List<OutageLine> lines() {
        Set<PrinterId> ids = new HashSet<>();
        shown.forEach(item -> ids.add(item.id()));
        return picture.get().lines().stream()
                .filter(line -> ids.contains(line.id()))
                .sorted(
                        Comparator.comparingLong(OutageLine::downMillis)
                                .reversed()
                                .thenComparing(OutageLine::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** What was read last. */
    ReadOnlyObjectProperty<FarmPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Which printers are shown. */
    ReadOnlyObjectProperty<FarmFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }
}
