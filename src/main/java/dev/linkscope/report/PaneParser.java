package dev.linkscope.report;

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
import dev.linkscope.domain.loss.Rfc3611;
import dev.linkscope.domain.loss.Rfc6534;
import dev.linkscope.domain.loss.Runs;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.Pane;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@link PaneJson} writes. */
final class PaneParser {
    private PaneParser() {}

    static @Nullable Pane read(@Nullable Fields pane) {
        if (pane == null) {
            return null;
        }
        String address = pane.textOrNull("address");
        return new Pane(
                address == null ? "" : address,
                figures(pane),
                TraceJson.read(pane.object("trace")));
    }

    private static PaneFigures figures(Fields pane) {
        return new PaneFigures(
                pane.oneOf("state", PaneState.class),
                pane.count("attempts"),
                pane.count("errors"),
                pane.numberOrNull("errorRate"),
                interval(pane),
                pane.numberOrNull("timeDown"),
                pane.numberOrNull("ownErrorRate"),
                pane.timeOrNull("firstError"),
                pane.timeOrNull("lastError"),
                pane.oneOf("activity", Activity.class),
                pattern(pane.object("pattern")),
                pane.list("episodes").stream().map(PaneParser::episode).toList(),
                pane.list("outages").stream().map(PaneParser::outage).toList(),
                rfc3611(pane.object("rfc3611")),
                rfc6534(pane.object("rfc6534")),
                gilbert(pane.object("gilbert")),
                runs(pane.object("runs")),
                phases(pane.object("phases")),
                latency(pane.objectOrNull("latencyMs")),
                limits(pane));
    }

    private static @Nullable Interval interval(Fields pane) {
        JsonNode node = pane.node().get("errorRateCi95");
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.size() != 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
            throw pane.wrong("errorRateCi95");
        }
        return new Interval(node.get(0).doubleValue(), node.get(1).doubleValue());
    }

    private static Pattern pattern(Fields node) {
        return new Pattern(
                node.oneOf("kind", PatternKind.class),
                node.numberOrNull("pValue"),
                node.numberOrNull("pCluster"),
                node.numberOrNull("pPeriodic"),
                node.numberOrNull("periodSeconds"),
                node.numberOrNull("trendZ"),
                node.flagOrNull("adjacent"));
    }

    private static Episode episode(Fields node) {
        return new Episode(node.time("start"), node.time("end"), node.count("errors"));
    }

    private static Outage outage(Fields node) {
        String phase = node.textOrNull("phase");
        return new Outage(
                node.time("start"),
                node.time("end"),
                node.count("errors"),
                phase == null ? null : node.oneOf("phase", Phase.class));
    }

    private static Rfc3611 rfc3611(Fields node) {
        return new Rfc3611(
                node.count("gmin"),
                node.count("burstCount"),
                node.numberOrNull("burstDensity"),
                node.numberOrNull("gapDensity"),
                node.number("burstSeconds"),
                node.number("gapSeconds"),
                node.numberOrNull("burstMeanSeconds"),
                node.numberOrNull("gapMeanSeconds"));
    }

    private static Rfc6534 rfc6534(Fields node) {
        return new Rfc6534(
                node.numberOrNull("ratio"),
                node.numberOrNull("duration"),
                node.numberOrNull("frequency"));
    }

    private static Gilbert gilbert(Fields node) {
        return new Gilbert(
                node.numberOrNull("p"),
                node.numberOrNull("r"),
                node.numberOrNull("meanBurst"),
                node.numberOrNull("burstRatio"));
    }

    private static Runs runs(Fields node) {
        return new Runs(
                node.count("total"),
                node.numberOrNull("z"),
                node.numberOrNull("pValueTwoSided"),
                node.count("errorRuns"),
                node.numberOrNull("pValueLower"));
    }

    private static Map<Phase, Integer> phases(Fields node) {
        Map<Phase, Integer> failures = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            Fields found = node.objectOrNull(phase.wireName());
            int failed = found == null ? 0 : found.count("failed");
            if (failed > 0) {
                failures.put(phase, failed);
            }
        }
        return failures;
    }

    private static RateLimits limits(Fields pane) {
        Fields node = pane.objectOrNull("limits");
        try {
            return node == null
                    ? RateLimits.USUAL
                    : new RateLimits(node.number("watch"), node.number("takeAction"));
        } catch (IllegalArgumentException e) {
            throw pane.wrong("limits");
        }
    }

    private static @Nullable Quantiles latency(@Nullable Fields node) {
        return node == null
                ? null
                : new Quantiles(
                        node.number("p5"),
                        node.number("p50"),
                        node.number("p95"),
                        node.number("p99"));
    }
}
