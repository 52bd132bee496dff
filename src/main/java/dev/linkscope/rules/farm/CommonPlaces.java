package dev.linkscope.rules.farm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the members of a shared outage hang on and the others do not. What is not known of a printer
 * speaks neither for nor against a place.
 */
final class CommonPlaces {
    /** One wrong or old fact among many must not hide a place. */
    private static final double NEARLY_ALL = 0.9;

    private static final int FEWEST = 2;

    private final SharedCase outage;

    CommonPlaces(SharedCase outage) {
        this.outage = outage;
    }

    /** The value that nearly all members have, if it is known of two and of half of them. */
    Optional<String> shared(Place place) {
        Map<String, Integer> counts = new HashMap<>();
        int known = 0;
        for (FarmPrinter member : outage.members()) {
            String value = member.places().get(place);
            if (value != null) {
                known++;
                counts.merge(value, 1, Integer::sum);
            }
        }
        if (known < FEWEST || 2 * known < outage.members().size()) {
            return Optional.empty();
        }
        int needed = (int) Math.ceil(NEARLY_ALL * known);
        return counts.entrySet().stream()
                .filter(one -> one.getValue() >= needed && !one.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The value that nearly all members share, where nearly nobody else has it and somebody else is
     * known to have another: the place tells the ones from the others.
     */
    Optional<String> telling(Place place) {
        return shared(place)
                .filter(value -> {
                    long with = having(outage.members(), place, value);
                    long othersWith = having(outage.others(), place, value);
                    return with >= NEARLY_ALL * (with + othersWith) && elsewhere(place) > 0;
                });
    }

    /** How many of the others are known to hang on another place of the kind than the members. */
    int elsewhere(Place place) {
        String value = shared(place).orElse(null);
        int count = 0;
        for (FarmPrinter other : outage.others()) {
            String its = other.places().get(place);
            count += value != null && its != null && !its.equals(value) ? 1 : 0;
        }
        return count;
    }

    /** How many of the others hang on the same place of the kind as the members. */
    int besides(Place place) {
        return shared(place).map(value -> (int) having(outage.others(), place, value)).orElse(0);
    }

    private static long having(List<FarmPrinter> printers, Place place, String value) {
        return printers.stream()
                .filter(printer -> value.equals(printer.places().get(place)))
                .count();
    }
}
