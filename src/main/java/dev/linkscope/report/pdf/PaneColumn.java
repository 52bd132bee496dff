package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.report.PaneWords;
import dev.linkscope.support.WireName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** What the first page shows of one pane: its curve, its strips, its figures in a few lines. */
final class PaneColumn {
    private static final int FIGURE_LINES = 5;

    private final Look look;
    private final Pane pane;
    private final String name;

    /**
     * A column.
     *
     * @param name what the pane is called
     */
    PaneColumn(Look look, Pane pane, String name) {
        this.look = look;
        this.pane = pane;
        this.name = name;
    }

    /** All of it, over the time axis that both panes of a printer share. */
    Block of(TimeAxis axis, Function<Trace, List<RatePoint>> curve) {
        List<RatePoint> points = curve.apply(pane.trace());
        var chart =
                new PaneChart(
                        new RateChart(
                                axis, points, pane.figures().limits(), look.messages, look.tiny),
                        new OutageStrip(axis, pane.trace(), pane.figures().outages()));
        var hours = new HourShares(pane.trace(), look.messages.zone());
        return new Block.Stack(
                List.of(
                        new Figure(chart, alternative(axis, points)),
                        new Figure(HourStrip.of(hours, look), alternative(hours)),
                        new Words(look.small, Palette.INK, figures(), FIGURE_LINES)));
    }

    private String figures() {
        PaneFigures figures = pane.figures();
        var said = new StringJoiner(" \u00B7 ");
        said.add(
                look.say(
                        "report.pages.figure.rate",
                        look.panes.attempts(figures),
                        look.panes.rate(figures)));
        Instant first = figures.firstError();
        Instant last = figures.lastError();
        if (first != null && last != null) {
            said.add(look.panes.outages(figures));
            said.add(pattern(figures.pattern()));
            said.add(
                    look.say(
                            "report.pages.figure.span",
                            look.times.moment(first),
                            look.times.end(first, last)));
            said.add(look.say("report.pages.activity." + WireName.of(figures.activity())));
        }
        return said.toString();
    }

    private String pattern(Pattern pattern) {
        boolean named = pattern.kind() != PatternKind.TOO_FEW && pattern.kind() != PatternKind.NONE;
        String words = look.panes.pattern(pattern);
        return named ? look.say("report.pages.figure.pattern", words) : words;
    }

    private String alternative(TimeAxis axis, List<RatePoint> points) {
        PaneFigures figures = pane.figures();
        double lowest = 1;
        double highest = 0;
        for (RatePoint point : points) {
            // Where nothing was measured both comparisons are false.
            lowest = point.rate() < lowest ? point.rate() : lowest;
            highest = point.rate() > highest ? point.rate() : highest;
        }
        Duration longest =
                figures.outages().stream()
                        .map(PaneWords::length)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        long blind = pane.trace().slots().filter(slot -> !slot.measured()).count();
        return look.say(
                "report.pages.alt.chart",
                name,
                look.times.span(axis.from(), axis.to()),
                look.panes.percent(Math.min(lowest, highest)),
                look.panes.percent(highest),
                figures.outages().size(),
                longest,
                blind);
    }

    private String alternative(HourShares hours) {
        int worst = hours.worst();
        String most =
                hours.share(worst) > 0
                        ? look.say(
                                "report.pages.alt.hours.worst",
                                worst,
                                look.panes.percent(hours.share(worst)))
                        : look.say("report.pages.alt.hours.none");
        return look.say("report.pages.alt.hours", name, hours.known(), most);
    }

    /** Longest first. */
    static List<Outage> longestFirst(List<Outage> outages) {
        return outages.stream()
                .sorted((a, b) -> PaneWords.length(b).compareTo(PaneWords.length(a)))
                .toList();
    }
}
