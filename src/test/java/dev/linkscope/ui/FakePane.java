package dev.linkscope.ui;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Activity;
import dev.linkscope.domain.loss.Gilbert;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.loss.Rfc3611;
import dev.linkscope.domain.loss.Rfc6534;
import dev.linkscope.domain.loss.Runs;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.PaneSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes the trace of a pane and rough figures of it: enough to be drawn, not to be believed. */
public final class FakePane {
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final int WINDOW = 36;

    private final Random random;
    private final @Nullable Phase[] failed;
    private final @Nullable NotMeasured[] blind;
    private PatternKind kind = PatternKind.TOO_FEW;
    private @Nullable Double period;

    /** A pane of ok slots. */
    public FakePane(long seed, int slots) {
        random = new Random(seed);
        failed = new Phase[slots];
        blind = new NotMeasured[slots];
    }

    /** Lone failures. */
    public FakePane scattered(double share) {
        for (int i = 0; i < failed.length; i++) {
            if (random.nextDouble() < share) {
                failed[i] = Phase.CONNECT;
            }
        }
        return this;
    }

    /** Outages of so many slots, so many slots apart. */
    public FakePane bursts(int apart, int length) {
        for (int start = 12; start < failed.length; start += apart + random.nextInt(8)) {
            int end = start + length - 2 + random.nextInt(4);
            for (int i = start; i < Math.min(failed.length, end); i++) {
                failed[i] = random.nextInt(3) == 0 ? Phase.TLS : Phase.CONNECT;
            }
        }
        return this;
    }

    /** One outage. */
    public FakePane outage(int from, int to) {
        for (int i = from; i < to; i++) {
            failed[i] = Phase.DNS;
        }
        return this;
    }

    /** Single failures. */
    public FakePane failing(Phase phase, int... slots) {
        for (int slot : slots) {
            failed[slot] = phase;
        }
        return this;
    }

    /** A stretch that nobody measured. */
    public FakePane blind(int from, int to, NotMeasured reason) {
        for (int i = from; i < to; i++) {
            blind[i] = reason;
        }
        return this;
    }

    /** What the pattern is called. */
    public FakePane pattern(PatternKind newKind, @Nullable Double periodSeconds) {
        kind = newKind;
        period = periodSeconds;
        return this;
    }

    /** The pane, its last slot ending at {@code end}. */
    public PaneSnapshot snapshot(String address, Instant end) {
        Instant start = end.minus(CADENCE.multipliedBy(failed.length));
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < failed.length; i++) {
            Instant at = start.plus(CADENCE.multipliedBy(i));
            int micros = 90_000 + random.nextInt(120_000);
            slots.add(
                    blind[i] != null
                            ? Slot.notMeasured(at, blind[i])
                            : failed[i] != null ? Slot.failed(at, failed[i]) : Slot.ok(at, micros));
        }
        var trace = new Trace(List.of(new Segment(CADENCE, slots)));
        return new PaneSnapshot(address, figures(slots), trace, curve(slots));
    }

    private static List<RatePoint> curve(List<Slot> slots) {
        var curve = new ArrayList<RatePoint>();
        for (int i = 4; i < slots.size(); i += 4) {
            List<Slot> window =
                    slots.subList(Math.max(0, i - WINDOW), i + 1).stream()
                            .filter(Slot::measured)
                            .toList();
            boolean measured = slots.get(i).measured() && window.size() > Math.min(i, WINDOW) / 2;
            double rate =
                    measured
                            ? window.stream().filter(Slot::failed).count() / (double) window.size()
                            : Double.NaN;
            double half = 1.96 * Math.sqrt((rate * (1 - rate) + 0.02) / Math.max(1, window.size()));
            curve.add(
                    new RatePoint(
                            slots.get(i).scheduled().plus(CADENCE),
                            rate,
                            Math.max(0, rate - half),
                            Math.min(1, rate + half)));
        }
        return curve;
    }

    private PaneFigures figures(List<Slot> slots) {
        List<Slot> measured = slots.stream().filter(Slot::measured).toList();
        List<Slot> errors = measured.stream().filter(Slot::failed).toList();
        double rate = errors.size() / (double) measured.size();
        var phases = new EnumMap<Phase, Integer>(Phase.class);
        errors.forEach(slot -> phases.merge(slot.phase(), 1, Integer::sum));
        return new PaneFigures(
                state(measured.size(), rate),
                measured.size(),
                errors.size(),
                rate,
                new Interval(Math.max(0, rate * 0.7 - 0.002), Math.min(1, rate * 1.35 + 0.004)),
                rate,
                null,
                errors.isEmpty() ? null : errors.getFirst().started(),
                errors.isEmpty() ? null : errors.getLast().started(),
                errors.size() > 50 ? Activity.ACTIVE : Activity.UNKNOWN,
                new Pattern(
                        errors.isEmpty() ? PatternKind.NONE : kind,
                        0.001,
                        0.001,
                        null,
                        period,
                        null,
                        null),
                List.of(),
                outages(slots),
                new Rfc3611(16, 0, null, null, 0, 0, null, null),
                new Rfc6534(null, null, null),
                new Gilbert(null, null, null, null),
                new Runs(0, null, null, 0, null),
                phases,
                errors.size() == measured.size() ? null : new Quantiles(98, 142, 310, 420));
    }

    private static List<Outage> outages(List<Slot> slots) {
        var outages = new ArrayList<Outage>();
        int start = -1;
        for (int i = 0; i <= slots.size(); i++) {
            boolean fails = i < slots.size() && slots.get(i).failed();
            if (fails && start < 0) {
                start = i;
            } else if (!fails && start >= 0) {
                if (i - start >= 2) {
                    outages.add(
                            new Outage(
                                    slots.get(start).started(),
                                    slots.get(i - 1).scheduled().plus(CADENCE),
                                    i - start,
                                    Phase.CONNECT));
                }
                start = -1;
            }
        }
        return outages;
    }

    private static PaneState state(int attempts, double rate) {
        if (attempts < 8) {
            return PaneState.NO_DATA;
        }
        return rate >= 1
                ? PaneState.NO_CONNECTION
                : rate > 0.2
                        ? PaneState.TAKE_ACTION
                        : rate >= 0.05 ? PaneState.WATCH : PaneState.HEALTHY;
    }

    /** Figures without any attempt. */
    public static PaneFigures figures(PaneState state) {
        return new PaneFigures(
                state,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                Activity.UNKNOWN,
                new Pattern(PatternKind.NONE, null, null, null, null, null, null),
                List.of(),
                List.of(),
                new Rfc3611(16, 0, null, null, 0, 0, null, null),
                new Rfc6534(null, null, null),
                new Gilbert(null, null, null, null),
                new Runs(0, null, null, 0, null),
                Map.of(),
                null);
    }
}
