package dev.linkscope.report;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Episode;
import dev.linkscope.domain.loss.Gilbert;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.loss.Rfc3611;
import dev.linkscope.domain.loss.Rfc6534;
import dev.linkscope.domain.loss.Runs;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.Pane;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a pane as the published contract has it. {@code analyze} prints the same object. */
public final class PaneJson {
    /** Phases that every report has, also with no failure. */
    private static final List<Phase> ALWAYS =
            List.of(Phase.DNS, Phase.CONNECT, Phase.TLS, Phase.REQUEST, Phase.RESPONSE, Phase.BODY);

    private PaneJson() {}

    /** A pane of a report: its figures, its trace and its address. */
    static JsonNode write(@Nullable Pane pane) {
        if (pane == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("address", pane.address());
        node.setAll(write(pane.figures(), pane.trace()));
        return node;
    }

    /** The figures and the trace that they were computed from. */
    public static ObjectNode write(PaneFigures figures, Trace trace) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        JsonValues.put(node, "state", figures.state());
        node.put("attempts", figures.attempts());
        node.put("errors", figures.errors());
        JsonValues.put(node, "errorRate", figures.errorRate());
        putInterval(node, figures.errorRateCi95());
        JsonValues.put(node, "timeDown", figures.timeDown());
        JsonValues.put(node, "ownErrorRate", figures.ownErrorRate());
        JsonValues.put(node, "firstError", figures.firstError());
        JsonValues.put(node, "lastError", figures.lastError());
        JsonValues.put(node, "activity", figures.activity());
        putPattern(node.putObject("pattern"), figures.pattern());
        putEpisodes(node, figures.episodes());
        putOutages(node, figures.outages());
        putRfc3611(node.putObject("rfc3611"), figures.rfc3611());
        putRfc6534(node.putObject("rfc6534"), figures.rfc6534());
        putGilbert(node.putObject("gilbert"), figures.gilbert());
        putRuns(node.putObject("runs"), figures.runs());
        putPhases(node.putObject("phases"), figures.failuresByPhase());
        putLatency(node, figures.latencyMs());
        putLimits(node, figures.limits());
        node.set("trace", TraceJson.write(trace));
        return node;
    }

    private static void putInterval(ObjectNode node, @Nullable Interval interval) {
        if (interval == null) {
            node.putNull("errorRateCi95");
        } else {
            node.putArray("errorRateCi95").add(interval.low()).add(interval.high());
        }
    }

    private static void putPattern(ObjectNode node, Pattern pattern) {
        JsonValues.put(node, "kind", pattern.kind());
        JsonValues.put(node, "pValue", pattern.pValue());
        JsonValues.put(node, "pCluster", pattern.pCluster());
        JsonValues.put(node, "pPeriodic", pattern.pPeriodic());
        JsonValues.put(node, "periodSeconds", pattern.periodSeconds());
        JsonValues.put(node, "trendZ", pattern.trendZ());
        node.put("adjacent", pattern.adjacent());
    }

    private static void putEpisodes(ObjectNode node, List<Episode> episodes) {
        var list = node.putArray("episodes");
        for (Episode episode : episodes) {
            ObjectNode item = list.addObject();
            JsonValues.put(item, "start", episode.start());
            JsonValues.put(item, "end", episode.end());
            item.put("errors", episode.errors());
        }
    }

    private static void putOutages(ObjectNode node, List<Outage> outages) {
        var list = node.putArray("outages");
        for (Outage outage : outages) {
            ObjectNode item = list.addObject();
            JsonValues.put(item, "start", outage.start());
            JsonValues.put(item, "end", outage.end());
            item.put("errors", outage.errors());
            Phase phase = outage.phase();
            item.put("phase", phase == null ? null : phase.wireName());
        }
    }

    private static void putRfc3611(ObjectNode node, Rfc3611 figures) {
        node.put("gmin", figures.gmin());
        node.put("burstCount", figures.burstCount());
        JsonValues.put(node, "burstDensity", figures.burstDensity());
        JsonValues.put(node, "gapDensity", figures.gapDensity());
        JsonValues.put(node, "burstSeconds", figures.burstSeconds());
        JsonValues.put(node, "gapSeconds", figures.gapSeconds());
        JsonValues.put(node, "burstMeanSeconds", figures.burstMeanSeconds());
        JsonValues.put(node, "gapMeanSeconds", figures.gapMeanSeconds());
    }

    private static void putRfc6534(ObjectNode node, Rfc6534 figures) {
        JsonValues.put(node, "ratio", figures.ratio());
        JsonValues.put(node, "duration", figures.duration());
        JsonValues.put(node, "frequency", figures.frequency());
    }

    private static void putGilbert(ObjectNode node, Gilbert model) {
        JsonValues.put(node, "p", model.p());
        JsonValues.put(node, "r", model.r());
        JsonValues.put(node, "meanBurst", model.meanBurst());
        JsonValues.put(node, "burstRatio", model.burstRatio());
    }

    private static void putRuns(ObjectNode node, Runs runs) {
        node.put("total", runs.total());
        JsonValues.put(node, "z", runs.z());
        JsonValues.put(node, "pValueTwoSided", runs.pValueTwoSided());
        node.put("errorRuns", runs.errorRuns());
        JsonValues.put(node, "pValueLower", runs.pValueLower());
    }

    private static void putPhases(ObjectNode node, Map<Phase, Integer> failures) {
        for (Phase phase : Phase.values()) {
            int failed = failures.getOrDefault(phase, 0);
            if (failed > 0 || ALWAYS.contains(phase)) {
                node.putObject(phase.wireName()).put("failed", failed);
            }
        }
    }

    /** Limits are written where they are not the usual ones. */
    private static void putLimits(ObjectNode node, RateLimits limits) {
        if (!limits.equals(RateLimits.USUAL)) {
            node.putObject("limits")
                    .put("watch", limits.watch())
                    .put("takeAction", limits.takeAction());
        }
    }

    private static void putLatency(ObjectNode node, @Nullable Quantiles latency) {
        if (latency == null) {
            node.putNull("latencyMs");
            return;
        }
        ObjectNode item = node.putObject("latencyMs");
        JsonValues.put(item, "p5", latency.p5());
        JsonValues.put(item, "p50", latency.p50());
        JsonValues.put(item, "p95", latency.p95());
        JsonValues.put(item, "p99", latency.p99());
    }
}
