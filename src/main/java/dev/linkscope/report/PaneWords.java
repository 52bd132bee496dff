package dev.linkscope.report;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.i18n.Messages;
import dev.linkscope.support.WireName;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pane's figures in words. */
public final class PaneWords {
    private final Messages messages;

    /** Words in the language of the messages. */
    public PaneWords(Messages messages) {
        this.messages = messages;
    }

    /** Such as {@code Take action}. */
    public String state(PaneState state) {
        return messages.text("report.state." + WireName.of(state));
    }

    /** Such as {@code 175 of 720 failed}. */
    public String attempts(PaneFigures figures) {
        return messages.text("report.pane.attempts", figures.attempts(), figures.errors());
    }

    /** Such as {@code 24.3% (95% interval 16.8% to 33.7%)}. */
    public String rate(PaneFigures figures) {
        Double rate = figures.errorRate();
        if (rate == null) {
            return messages.text("report.pane.unknown");
        }
        Interval interval = figures.errorRateCi95();
        return interval == null
                ? percent(rate)
                : messages.text(
                        "report.pane.rate",
                        percent(rate),
                        percent(interval.low()),
                        percent(interval.high()));
    }

    /** A share with one decimal; what is not nothing never reads as nothing. */
    public String percent(double share) {
        return share > 0 && share < 0.0005
                ? messages.text("report.percent.tiny")
                : messages.text("report.percent", share);
    }

    /** Measured time in failed slots, such as {@code 29 min (24.3%)}. */
    public String timeDown(PaneFigures figures, Trace trace) {
        Double share = figures.timeDown();
        if (share == null) {
            return messages.text("report.pane.unknown");
        }
        Duration down = Duration.ZERO;
        for (Segment segment : trace.segments()) {
            long failed = segment.slots().stream().filter(Slot::failed).count();
            down = down.plus(segment.cadence().multipliedBy(failed));
        }
        return messages.text("report.pane.down", down, percent(share));
    }

    /** Whether it is still going on. */
    public String activity(PaneFigures figures) {
        return messages.text("report.activity." + WireName.of(figures.activity()));
    }

    /** How failures lie in time, with the chance that explains it. */
    public String pattern(Pattern pattern) {
        String kind = messages.text("report.pattern." + WireName.of(pattern.kind()));
        Double chance = pattern.pValue();
        boolean judged =
                switch (pattern.kind()) {
                    case BURSTS, PERIODIC, WORSENING, IMPROVING -> chance != null;
                    case NONE, TOO_FEW, CONTINUOUS, SCATTERED -> false;
                };
        String known =
                judged && chance != null
                        ? messages.text("report.pattern.chance", kind, chance(chance))
                        : kind;
        Double period = pattern.periodSeconds();
        return period == null
                ? known
                : messages.text("report.pattern.period", known, JsonValues.span(period));
    }

    private String chance(double p) {
        return p < 0.001 ? messages.text("report.p.tiny") : messages.text("report.p", p);
    }

    /** Number of outages, the longest one, and single failures. */
    public String outages(PaneFigures figures) {
        int inOutages = figures.outages().stream().mapToInt(Outage::errors).sum();
        int single = Math.max(0, figures.errors() - inOutages);
        Duration longest =
                figures.outages().stream()
                        .map(PaneWords::length)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        return messages.text("report.pane.outages", figures.outages().size(), longest, single);
    }

    /** How long an outage was. */
    public static Duration length(Outage outage) {
        return Duration.between(outage.start(), outage.end());
    }

    /** What was under way at a failure, such as {@code connecting}. */
    public String phase(@Nullable Phase phase) {
        return messages.text("report.phase." + (phase == null ? "unknown" : phase.wireName()));
    }

    /** Median and 95th percentile. */
    public String latency(Quantiles latency) {
        return messages.text("report.pane.latency", latency.p50(), latency.p95());
    }

    /** How often it was tried, such as {@code 10 s}, or several where that changed. */
    public String cadence(Trace trace) {
        return trace.segments().stream()
                .map(Segment::cadence)
                .distinct()
                .map(this::shortSpan)
                .collect(Collectors.joining(", "));
    }

    private String shortSpan(Duration span) {
        return span.toNanosPart() == 0
                ? messages.duration(span)
                : messages.text("report.seconds", JsonValues.seconds(span));
    }
}
