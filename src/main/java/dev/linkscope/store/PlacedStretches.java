package dev.linkscope.store;

import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Stretches of failures of several hours and runs on the UTC line, joined to outages. */
final class PlacedStretches {
    /** Fewer failures are no outage. */
    private static final int FEWEST = 2;

    private final List<Placed> all = new ArrayList<>();

    void add(ClockReading clock, FailureStretch stretch) {
        all.add(
                new Placed(
                        clock.utcOf(stretch.firstDue()),
                        clock.utcOf(stretch.firstStart()),
                        clock.utcOf(stretch.lastDue()),
                        stretch.errors(),
                        stretch.phases(),
                        stretch));
    }

    /** Outages in the order of time. */
    List<Outage> outages() {
        all.sort(Comparator.comparing(Placed::firstDue));
        var joined = new ArrayList<Placed>();
        for (Placed next : all) {
            Placed last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.goesOnWith(next)) {
                joined.set(joined.size() - 1, last.with(next));
            } else {
                joined.add(next);
            }
        }
        return joined.stream()
                .filter(placed -> placed.errors >= FEWEST)
                .map(Placed::outage)
                .toList();
    }

    /** A stretch in UTC; {@code piece} is the last one of which it consists. */
    private record Placed(
            Instant firstDue,
            Instant firstStart,
            Instant lastDue,
            int errors,
            Map<Phase, Integer> phases,
            FailureStretch piece) {
        boolean goesOnWith(Placed next) {
            return piece.goesOnWith(next.piece, lastDue.until(next.firstDue, ChronoUnit.MILLIS));
        }

        Placed with(Placed next) {
            return new Placed(
                    firstDue,
                    firstStart,
                    next.lastDue,
                    errors + next.errors,
                    FailureStretch.sum(phases, next.phases),
                    next.piece);
        }

        Outage outage() {
            Duration cadence = Duration.of(piece.cadenceMicros(), ChronoUnit.MICROS);
            return new Outage(
                    firstStart, lastDue.plus(cadence), errors, Phase.mostFrequent(phases));
        }
    }
}
