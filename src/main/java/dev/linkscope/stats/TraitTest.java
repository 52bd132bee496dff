package dev.linkscope.stats;

import dev.linkscope.stats.math.FisherExact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the sick have more often than the well, more than chance explains: Fisher's exact test,
 * one-sided, for each value of each trait, corrected for all that were tried (Holm 1979). In farms
 * without any such thing, at most as many as the significance show one.
 */
public final class TraitTest {
    /** A value that one printer alone has says nothing about what printers have in common. */
    private static final int FEWEST = 2;

    private TraitTest() {}

    /**
     * One printer.
     *
     * @param name unique among those tested
     * @param sick whether it fails
     * @param traits value of each trait that is known of it; what is unknown is left out, and what
     *     is known not to be there stands as an empty text
     */
    public record Subject(String name, boolean sick, Map<String, String> traits) {
        public Subject {
            traits = Map.copyOf(traits);
        }
    }

    /**
     * A trait that holds against chance.
     *
     * @param sickWith the sick that have it
     * @param sick the sick of which it is known
     * @param wellWith the well that have it
     * @param well the well of which it is known
     * @param pValue corrected for everything that was tried, 0 to 1
     * @param names the sick that have it, in the order given
     */
    public record Found(
            String trait,
            String value,
            int sickWith,
            int sick,
            int wellWith,
            int well,
            double pValue,
            List<String> names) {
        public Found {
            names = List.copyOf(names);
        }

        private Found withPValue(double corrected) {
            return new Found(trait, value, sickWith, sick, wellWith, well, corrected, names);
        }
    }

    /**
     * The traits found, most telling first. A value is tried where two or more have it and somebody
     * is known to have another, and where so many could be telling at all (Tarone 1990): what is
     * tried depends on sums alone, not on who is sick.
     *
     * @param significance share of farms without any that may show one, such as 0.05
     */
    public static List<Found> find(List<Subject> subjects, double significance) {
        List<Found> tried = new ArrayList<>();
        byTrait(subjects)
                .forEach((trait, values) -> tried.addAll(tables(trait, values, significance)));
        tried.sort(
                Comparator.comparingDouble(Found::pValue)
                        .thenComparing(Comparator.comparingInt(Found::sickWith).reversed()));
        List<Found> found = new ArrayList<>();
        double largest = 0;
        for (int i = 0; i < tried.size(); i++) {
            largest = Math.max(largest, Math.min(1, (tried.size() - i) * tried.get(i).pValue()));
            if (largest >= significance) {
                break;
            }
            found.add(tried.get(i).withPValue(largest));
        }
        return List.copyOf(found);
    }

    /** Who has which value of each trait, without those of whom it is not known. */
    private static Map<String, Map<String, List<Subject>>> byTrait(List<Subject> subjects) {
        Map<String, Map<String, List<Subject>>> traits = new TreeMap<>();
        for (Subject subject : subjects) {
            subject.traits()
                    .forEach((trait, value) ->
                            traits.computeIfAbsent(trait, _ -> new TreeMap<>())
                                    .computeIfAbsent(value, _ -> new ArrayList<>())
                                    .add(subject));
        }
        return traits;
    }

    private static List<Found> tables(
            String trait, Map<String, List<Subject>> values, double significance) {
        Map<Boolean, Integer> known = new HashMap<>();
        values.values().forEach(some -> some.forEach(s -> known.merge(s.sick(), 1, Integer::sum)));
        int sick = known.getOrDefault(true, 0);
        int well = known.getOrDefault(false, 0);
        List<Found> tables = new ArrayList<>();
        if (values.size() < 2 || sick == 0 || well == 0) {
            return tables;
        }
        values.forEach((value, having) -> {
            int most = Math.min(having.size(), sick);
            boolean canTell =
                    FisherExact.upperTail(most, sick, having.size() - most, well) < significance;
            if (having.size() >= FEWEST && !value.isEmpty() && canTell) {
                List<String> ill =
                        having.stream().filter(Subject::sick).map(Subject::name).toList();
                int wellWith = having.size() - ill.size();
                double p = FisherExact.upperTail(ill.size(), sick, wellWith, well);
                tables.add(new Found(trait, value, ill.size(), sick, wellWith, well, p, ill));
            }
        });
        return tables;
    }
}
