package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.report.PaneWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What one pane shows: its charts and its tables. */
final class PaneColumn {
    private static final int MAX_OUTAGES = 4;

    /** Widths of the outage table's columns. */
    private static final double FROM = 0.28;

    private static final double TO = 0.26;
    private static final double LENGTH = 0.15;
    private static final double PHASE = 0.31;

    private final Look look;
    private final Pane pane;

    PaneColumn(Look look, Pane pane) {
        this.look = look;
        this.pane = pane;
    }

    /** Curve and strip over the axis, which both panes of a printer share. */
    Block charts(TimeAxis axis, Function<Trace, List<RatePoint>> curve) {
        return new PaneChart(
                new RateChart(axis, curve.apply(pane.trace()), look.messages, look.fonts.tiny),
                new OutageStrip(axis, pane.trace(), pane.figures().outages()));
    }

    /** The figures, one a row; those that a clean pane does not have are left out. */
    Block figures() {
        PaneFigures figures = pane.figures();
        List<Block> rows = new ArrayList<>();
        add(rows, "attempts", look.panes.attempts(figures));
        add(rows, "rate", look.panes.rate(figures));
        Double own = figures.ownErrorRate();
        if (own != null && !own.equals(figures.errorRate())) {
            add(rows, "own", look.say("report.pdf.own", look.panes.percent(own)));
        }
        Instant first = figures.firstError();
        Instant last = figures.lastError();
        if (first != null && last != null) {
            add(rows, "first", look.times.moment(first));
            add(rows, "last", look.times.moment(last));
            add(rows, "active", look.panes.activity(figures));
            add(rows, "down", look.panes.timeDown(figures, pane.trace()));
            add(rows, "pattern", look.panes.pattern(figures.pattern()));
            add(rows, "outages", look.panes.outages(figures));
        }
        Quantiles latency = figures.latencyMs();
        if (latency != null) {
            add(rows, "latency", look.panes.latency(latency));
        }
        return new Block.Stack(rows);
    }

    private void add(List<Block> rows, String figure, String value) {
        rows.add(
                new Row(
                        List.of(
                                look.label(0.3, look.say("report.pdf.figure." + figure)),
                                look.cell(0.7, value))));
    }

    /** The longest outages, longest first. */
    Block outages() {
        List<Outage> outages = pane.figures().outages();
        List<Block> rows = new ArrayList<>();
        rows.add(
                new Row(
                        List.of(
                                look.label(FROM, look.say("report.pdf.outage.from")),
                                look.label(TO, look.say("report.pdf.outage.to")),
                                look.label(LENGTH, look.say("report.pdf.outage.length")),
                                look.label(PHASE, look.say("report.pdf.outage.phase")))));
        outages.stream()
                .sorted(Comparator.comparing(PaneColumn::negativeLength))
                .limit(MAX_OUTAGES)
                .forEach(outage -> rows.add(row(outage)));
        int more = outages.size() - MAX_OUTAGES;
        if (more > 0) {
            rows.add(new Row(List.of(look.label(1, look.say("report.pdf.outage.more", more)))));
        }
        return new Block.Stack(rows);
    }

    private static Duration negativeLength(Outage outage) {
        return PaneWords.length(outage).negated();
    }

    private Row row(Outage outage) {
        return new Row(
                List.of(
                        look.cell(FROM, look.times.moment(outage.start())),
                        look.cell(TO, look.times.end(outage.start(), outage.end())),
                        look.cell(LENGTH, look.messages.duration(PaneWords.length(outage))),
                        look.cell(PHASE, look.panes.phase(outage.phase()))));
    }

    boolean hasOutages() {
        return !pane.figures().outages().isEmpty();
    }

    boolean hasPhases() {
        return !pane.figures().failuresByPhase().isEmpty();
    }

    /** Failures by phase, in the order in which an attempt passes through them. */
    Block phases() {
        Map<Phase, Integer> failures = pane.figures().failuresByPhase();
        List<Block> rows = new ArrayList<>();
        int known = 0;
        for (Phase phase : Phase.values()) {
            int count = failures.getOrDefault(phase, 0);
            known += count;
            if (count > 0) {
                rows.add(row(look.panes.phase(phase), count));
            }
        }
        if (known < pane.figures().errors()) {
            rows.add(row(look.panes.phase(null), pane.figures().errors() - known));
        }
        return new Block.Stack(rows);
    }

    private Row row(String phase, int count) {
        String share = look.panes.percent(count / (double) Math.max(1, pane.figures().errors()));
        return new Row(
                List.of(
                        look.label(0.48, phase),
                        look.cell(0.52, look.say("report.pdf.phase.count", count, share))));
    }
}
