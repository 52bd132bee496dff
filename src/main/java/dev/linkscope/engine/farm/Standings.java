package dev.linkscope.engine.farm;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmStanding.Figure;
import dev.linkscope.engine.farm.FarmStanding.Kind;
import dev.linkscope.engine.farm.FarmStanding.Spread;
import dev.linkscope.engine.farm.FarmStanding.Tie;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.farm.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares one printer with the others of its farm. Takes milliseconds a printer. */
public final class Standings {
    private static final double DAY = Duration.ofDays(1).toMillis();

    /** A quarter of an hour would make a single outage a hundred a day. */
    private static final Duration LEAST = Duration.ofHours(1);

    private static final List<Place> TIES = List.of(Place.ACCESS_POINT, Place.GATEWAY, Place.GROUP);

    private Standings() {}

    /**
     * How a printer stands.
     *
     * @param own the printer
     * @param farm all that are watched, with or without it
     * @param view what they have in common
     */
    public static FarmStanding of(SessionSnapshot own, List<SessionSnapshot> farm, FarmView view) {
        PrinterId id = own.printer().id();
        List<SessionSnapshot> others =
                farm.stream()
                        .filter(one -> !one.printer().id().equals(id))
                        .filter(one -> madeUp(one) == madeUp(own))
                        .toList();
        return new FarmStanding(
                others.size(),
                Stream.of(Kind.values()).map(kind -> figure(kind, own, others)).toList(),
                TIES.stream()
                        .map(place -> tie(place, own, others))
                        .filter(Objects::nonNull)
                        .toList(),
                view.shared().stream().filter(one -> one.members().contains(id)).toList());
    }

    private static boolean madeUp(SessionSnapshot session) {
        return session.printer().target() instanceof Target.Simulated;
    }

    private static Figure figure(Kind kind, SessionSnapshot own, List<SessionSnapshot> others) {
        Double value = value(kind, own);
        double[] known =
                others.stream()
                        .map(one -> value(kind, one))
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        long better =
                value == null
                        ? 0
                        : Arrays.stream(known)
                                .filter(one -> kind.moreIsBetter() ? one > value : one < value)
                                .count();
        return new Figure(kind, value, spread(known), known.length, (int) better);
    }

    private static @Nullable Spread spread(double[] sorted) {
        return sorted.length == 0
                ? null
                : new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    private static double quantile(double[] sorted, double share) {
        double at = (sorted.length - 1) * share;
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static @Nullable Double value(Kind kind, SessionSnapshot session) {
        PaneFigures figures = session.server().figures();
        boolean judged = figures.state() != PaneState.NO_DATA;
        return switch (kind) {
            case RATE -> judged ? figures.errorRate() : null;
            case OUTAGES_PER_DAY -> judged ? outages(session) : null;
            case ANSWER -> median(figures.latencyMs());
            case SIGNAL -> signal(session);
        };
    }

    private static @Nullable Double outages(SessionSnapshot session) {
        double millis = 0;
        for (Segment segment : session.server().trace().segments()) {
            millis +=
                    (double) segment.cadence().toMillis()
                            * segment.slots().stream().filter(Slot::measured).count();
        }
        return millis < LEAST.toMillis()
                ? null
                : session.server().figures().outages().size() * DAY / millis;
    }

    private static @Nullable Double median(@Nullable Quantiles latency) {
        return latency == null ? null : latency.p50();
    }

    private static @Nullable Double signal(SessionSnapshot session) {
        var signal = new FactSheet(session.facts()).number("wifi.signal");
        return signal.isPresent() ? signal.getAsDouble() : null;
    }

    private static @Nullable Tie tie(
            Place place, SessionSnapshot own, List<SessionSnapshot> others) {
        String value = Hangings.of(own).places().getOrDefault(place, "");
        if (value.isEmpty()) {
            return null;
        }
        var names = new ArrayList<String>();
        int failing = 0;
        for (SessionSnapshot other : others) {
            if (value.equals(Hangings.of(other).places().get(place))) {
                names.add(other.printer().name());
                failing += other.worst().compareTo(PaneState.WATCH) >= 0 ? 1 : 0;
            }
        }
        return new Tie(place.wireName(), value, names, failing);
    }
}
