package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this computer saw of the places that matter to one printer.
 *
 * @param applies whether this computer is a second witness at all: not of itself, and not of
 *     made-up printers
 * @param rows at most one of each kind, in the order of the way; none of what was not looked at
 */
public record WitnessView(boolean applies, List<WitnessRow> rows) {
    /** Of a printer that has no second witness. */
    public static final WitnessView NONE = new WitnessView(false, List.of());

    private static final Map<WitnessRow.Place, String> KEYS =
            Map.of(
                    WitnessRow.Place.ROUTER, "witness.router",
                    WitnessRow.Place.REFERENCE, "witness.internet",
                    WitnessRow.Place.SERVER, "witness.server");

    public WitnessView {
        rows = List.copyOf(rows);
    }

    /** What was seen of that kind of place; empty if nothing. */
    public Optional<WitnessRow> row(WitnessRow.Place place) {
        return rows.stream().filter(row -> row.place() == place).findFirst();
    }

    /** The same as facts, one a kind of place. */
    public List<Fact> facts() {
        if (!applies) {
            return List.of();
        }
        return List.of(WitnessRow.Place.values()).stream().map(this::fact).toList();
    }

    private Fact fact(WitnessRow.Place place) {
        String key = KEYS.getOrDefault(place, "");
        return row(place)
                .filter(row -> row.measured() > 0)
                .map(row -> Fact.known(key, words(row), null))
                .orElseGet(() -> Fact.notChecked(key, "no answer from here so far"));
    }

    private static String words(WitnessRow row) {
        int ok = row.measured() - row.failed();
        String answered = ok + " of " + row.measured() + " answered";
        return row.lastFailure() == null ? answered : answered + ", last " + row.lastFailure();
    }
}
