package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import java.util.Set;

/**
 * Which printers the page shows.
 *
 * @param query words that all have to be somewhere in a row
 * @param group the tile that was chosen
 * @param only these alone; empty for no such choice
 */
record FarmFilter(String query, FarmGroup group, Set<PrinterId> only) {
    /** All of them. */
    static final FarmFilter NONE = new FarmFilter("", FarmGroup.ALL, Set.of());

    FarmFilter {
        only = Set.copyOf(only);
    }

    boolean shows(FarmRow row) {
        return group.holds(row.condition())
                && (only.isEmpty() || only.contains(row.id()))
                && (query.isBlank() || row.matches(query));
    }

    boolean isActive() {
        return !query.isBlank() || group != FarmGroup.ALL || !only.isEmpty();
    }

    FarmFilter withQuery(String other) {
        return new FarmFilter(other, group, only);
    }

    FarmFilter withGroup(FarmGroup other) {
        return new FarmFilter(query, other, only);
    }

    FarmFilter withOnly(Set<PrinterId> other) {
        return new FarmFilter(query, group, other);
    }
}
