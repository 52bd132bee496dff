package dev.linkscope.report.pdf;

import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.loss.Rfc3611;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.Pane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every figure of one pane, one a row; those that a clean pane does not have are left out. */
final class FiguresTable {
    private static final double NAME = 0.34;

    private final Look look;
    private final Pane pane;

    FiguresTable(Look look, Pane pane) {
        this.look = look;
        this.pane = pane;
    }

    List<Block> rows() {
        PaneFigures figures = pane.figures();
        List<Block> rows = new ArrayList<>();
        add(rows, "state", look.panes.state(figures.state()));
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
            addBursts(rows, figures.rfc3611());
        }
        Quantiles latency = figures.latencyMs();
        if (latency != null) {
            add(rows, "latency", look.panes.latency(latency));
        }
        return rows;
    }

    private void addBursts(List<Block> rows, Rfc3611 bursts) {
        Double inside = bursts.burstDensity();
        if (inside != null) {
            add(
                    rows,
                    "bursts",
                    look.say(
                            "report.pages.figure.bursts",
                            bursts.burstCount(),
                            look.panes.percent(inside)));
        }
        Double outside = bursts.gapDensity();
        if (outside != null) {
            add(rows, "gaps", look.panes.percent(outside));
        }
    }

    private void add(List<Block> rows, String figure, String value) {
        rows.add(
                new Row(
                        List.of(
                                look.label(NAME, look.say("report.pdf.figure." + figure)),
                                look.cell(1 - NAME, value))));
    }

    /** Failures by phase, in the order in which an attempt passes through them. */
    List<Block> phases() {
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
        return rows;
    }

    private Row row(String phase, int count) {
        String share = look.panes.percent(count / (double) Math.max(1, pane.figures().errors()));
        return new Row(
                List.of(
                        look.label(0.5, phase),
                        look.cell(0.5, look.say("report.pdf.phase.count", count, share))));
    }
}
