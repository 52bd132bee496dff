package dev.linkscope.report;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Activity;
import dev.linkscope.domain.loss.Episode;
import dev.linkscope.domain.loss.Gilbert;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.loss.Rfc3611;
import dev.linkscope.domain.loss.Rfc6534;
import dev.linkscope.domain.loss.Runs;
import dev.linkscope.domain.probe.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Figures that look right for a trace. Counts, episodes and outages are true; tests of pattern and
 * model are made up, because they are not what these tests are about.
 */
public final class SampleFigures {
    private SampleFigures() {}

    /** Figures of the trace with that state and pattern. */
    public static PaneFigures of(Trace trace, PaneState state, PatternKind kind) {
        List<Slot> measured = trace.slots().filter(Slot::measured).toList();
        List<Slot> failed = measured.stream().filter(Slot::failed).toList();
        double rate = measured.isEmpty() ? 0 : failed.size() / (double) measured.size();
        boolean any = !failed.isEmpty();
        return new PaneFigures(
                state,
                measured.size(),
                failed.size(),
                measured.isEmpty() ? null : rate,
                measured.isEmpty()
                        ? null
                        : new Interval(rate * 0.7, Math.min(1, rate * 1.4 + .004)),
                measured.isEmpty() ? null : rate,
                null,
                any ? failed.getFirst().started() : null,
                any ? failed.getLast().started() : null,
                any ? Activity.ACTIVE : Activity.UNKNOWN,
                new Pattern(kind, any ? 0.0001 : null, any ? 0.0001 : null, .42, null, null, null),
                episodes(trace),
                outages(trace),
                new Rfc3611(16, 2, .5, .01, 240, 6960, 120.0, 2320.0),
                new Rfc6534(rate, 5.6, rate / 5.6),
                new Gilbert(.05, .18, 5.6, 4.2),
                new Runs(63, -20.5, 1e-9, 31, 1e-12),
                any ? Map.of(Phase.CONNECT, failed.size()) : Map.of(),
                measured.isEmpty() ? null : new Quantiles(88, 121.5, 342, 977));
    }

    /** Share of failures over the last 60 slots, with a band of made-up width. */
    public static List<RatePoint> curve(Trace trace) {
        List<Slot> slots = trace.slots().toList();
        List<RatePoint> curve = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            long measured = 0;
            long failed = 0;
            for (int j = Math.max(0, i - 59); j <= i; j++) {
                measured += slots.get(j).measured() ? 1 : 0;
                failed += slots.get(j).failed() ? 1 : 0;
            }
            boolean blind = !slots.get(i).measured() || measured == 0;
            double rate = blind ? Double.NaN : failed / (double) measured;
            double half = Math.sqrt(rate * (1 - rate) / Math.max(1, measured)) * 1.6 + .01;
            Instant end = slots.get(i).scheduled().plus(SampleTraces.CADENCE);
            curve.add(new RatePoint(end, rate, Math.max(0, rate - half), Math.min(1, rate + half)));
        }
        return curve;
    }

    private static List<Episode> episodes(Trace trace) {
        return groups(trace, 0).stream()
                .map(run -> new Episode(start(run), end(run), run.size()))
                .toList();
    }

    private static List<Outage> outages(Trace trace) {
        return groups(trace, 1).stream()
                .filter(run -> run.size() > 1)
                .map(run -> new Outage(start(run), end(run), run.size(), run.getFirst().phase()))
                .toList();
    }

    /** Failed slots, with up to {@code allowed} ok slots between those of one group. */
    private static List<List<Slot>> groups(Trace trace, int allowed) {
        List<List<Slot>> groups = new ArrayList<>();
        Instant last = Instant.MIN;
        Duration reach = SampleTraces.CADENCE.multipliedBy(allowed + 1L);
        for (Slot slot : trace.slots().filter(Slot::failed).toList()) {
            if (groups.isEmpty() || slot.scheduled().minus(reach).isAfter(last)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(slot);
            last = slot.scheduled();
        }
        return groups;
    }

    private static Instant start(List<Slot> run) {
        return run.getFirst().started();
    }

    private static Instant end(List<Slot> run) {
        return run.getLast().scheduled().plus(SampleTraces.CADENCE);
    }

    /** The same figures, said to be judged by these limits. */
    public static PaneFigures judgedBy(RateLimits limits, PaneFigures figures) {
        return new PaneFigures(
                figures.state(),
                figures.attempts(),
                figures.errors(),
                figures.errorRate(),
                figures.errorRateCi95(),
                figures.timeDown(),
                figures.ownErrorRate(),
                figures.firstError(),
                figures.lastError(),
                figures.activity(),
                figures.pattern(),
                figures.episodes(),
                figures.outages(),
                figures.rfc3611(),
                figures.rfc6534(),
                figures.gilbert(),
                figures.runs(),
                figures.failuresByPhase(),
                figures.latencyMs(),
                limits);
    }
}
