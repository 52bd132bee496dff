package dev.linkscope.engine;

import dev.linkscope.engine.port.Witness.Place;
import dev.linkscope.engine.port.Witness.Sighting;
import dev.linkscope.engine.port.Witness.Testimony;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The internet as several references tell it together: it failed only when all of them failed at
 * about the same time, since one alone may be down itself.
 */
final class JointReferences {
    /** Looks that began so close to one another are of the same time. */
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    private JointReferences() {}

    /** One testimony of all references; empty unless there are two at least. */
    static Optional<Testimony> of(List<Testimony> references) {
        if (references.size() < 2) {
            return Optional.empty();
        }
        String name = references.stream().map(Testimony::name).collect(Collectors.joining(", "));
        var joint = new ArrayList<Sighting>();
        int[] at = new int[references.size()];
        for (Sighting first : references.getFirst().sightings()) {
            boolean everyone = true;
            boolean failed = first.failure() != null;
            for (int other = 1; other < at.length; other++) {
                List<Sighting> others = references.get(other).sightings();
                while (at[other] < others.size() && isBefore(others.get(at[other]), first)) {
                    at[other]++;
                }
                boolean there = at[other] < others.size() && together(others.get(at[other]), first);
                everyone &= there;
                failed &= !there || others.get(at[other]).failure() != null;
            }
            if (everyone) {
                joint.add(new Sighting(first.at(), failed ? first.failure() : null));
            }
        }
        return Optional.of(new Testimony(Place.REFERENCE, name, joint));
    }

    private static boolean isBefore(Sighting one, Sighting other) {
        return one.at().isBefore(other.at().minus(TOGETHER));
    }

    private static boolean together(Sighting one, Sighting other) {
        return Duration.between(one.at(), other.at()).abs().compareTo(TOGETHER) <= 0;
    }
}
