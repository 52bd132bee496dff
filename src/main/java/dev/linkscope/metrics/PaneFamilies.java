package dev.linkscope.metrics;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is exported of the panes. Counters count since the session began; everything else is about
 * the two hours that the pane shows, as in the window.
 */
final class PaneFamilies {
    /** Panes by the ids of their probes. */
    private static final String SERVER = "server";

    private static final String WEBCAM = "webcam";

    private final CounterSnapshot.Builder attempts =
            CounterSnapshot.builder()
                    .name("linkscope_attempts")
                    .help("Attempts that measured something, since the session began.");
    private final CounterSnapshot.Builder errors =
            CounterSnapshot.builder()
                    .name("linkscope_errors")
                    .help("Attempts that failed, by the phase they failed in.");
    private final GaugeSnapshot.Builder ratio =
            GaugeSnapshot.builder()
                    .name("linkscope_error_ratio")
                    .unit(Unit.RATIO)
                    .help("Failed attempts / attempts of the last two hours.");
    private final StateSetSnapshot.Builder states =
            StateSetSnapshot.builder()
                    .name("linkscope_pane_state")
                    .help("State of the pane, judged over the last two hours.");
    private final GaugeSnapshot.Builder outage =
            GaugeSnapshot.builder()
                    .name("linkscope_outage_active")
                    .help(
                            "1 while an outage lasts (two or more failures, at most one success"
                                    + " between or since), 0 while none does; absent while the printer"
                                    + " is not measured.");
    private final GaugeSnapshot.Builder lastError =
            GaugeSnapshot.builder()
                    .name("linkscope_last_error_timestamp_seconds")
                    .unit(Unit.SECONDS)
                    .help("When the last failed attempt of the last two hours started.");
    private final SummarySnapshot.Builder latency =
            SummarySnapshot.builder()
                    .name("linkscope_latency_seconds")
                    .unit(Unit.SECONDS)
                    .help("Answer times of successful attempts of the last two hours.");

    /** Takes a printer. */
    void add(SessionSnapshot session) {
        add(session, session.server(), SERVER);
        PaneSnapshot webcam = session.webcam();
        if (webcam != null) {
            add(session, webcam, WEBCAM);
        }
    }

    private void add(SessionSnapshot session, PaneSnapshot pane, String name) {
        Labels labels = PrinterLabels.of(session.printer()).add("pane", name);
        session.probes().stream()
                .filter(tally -> tally.target().equals(name))
                .findFirst()
                .ifPresent(tally -> count(labels, tally));
        PaneFigures figures = pane.figures();
        var state = StateSetDataPointSnapshot.builder().labels(labels);
        for (PaneState one : PaneState.values()) {
            state.state(one.name().toLowerCase(Locale.ROOT), one == figures.state());
        }
        states.dataPoint(state.build());
        Double rate = figures.errorRate();
        if (rate != null) {
            ratio.dataPoint(LinkFamilies.gauge(labels, rate));
        }
        if (session.link() == LinkState.MEASURING && figures.attempts() > 0) {
            outage.dataPoint(LinkFamilies.gauge(labels, inOutage(pane) ? 1 : 0));
        }
        Instant last = figures.lastError();
        if (last != null) {
            lastError.dataPoint(LinkFamilies.gauge(labels, last.toEpochMilli() / 1e3));
        }
        Quantiles times = figures.latencyMs();
        if (times != null) {
            latency.dataPoint(summary(labels, times));
        }
    }

    /** Failures of a class that is counted under no phase have the phase {@code unknown}. */
    private void count(Labels labels, ProbeTally tally) {
        attempts.dataPoint(LinkFamilies.counter(labels, tally.measured()));
        int rest = tally.failed();
        for (Phase phase : Phase.values()) {
            String prefix = phase.wireName() + ".";
            int failed =
                    tally.classes().entrySet().stream()
                            .filter(counted -> counted.getKey().startsWith(prefix))
                            .mapToInt(Map.Entry::getValue)
                            .sum();
            rest -= failed;
            errors.dataPoint(LinkFamilies.counter(labels.add("phase", phase.wireName()), failed));
        }
        errors.dataPoint(LinkFamilies.counter(labels.add("phase", "unknown"), Math.max(0, rest)));
    }

    /** Whether the last outage is joined by whatever fails next: at most one ok slot since. */
    private static boolean inOutage(PaneSnapshot pane) {
        List<Outage> outages = pane.figures().outages();
        if (outages.isEmpty() || pane.trace().isEmpty()) {
            return false;
        }
        Instant end = outages.getLast().end();
        int ok = 0;
        for (Slot slot : pane.trace().segments().getLast().slots().reversed()) {
            if (slot.scheduled().isBefore(end) || ok > 1) {
                break;
            }
            ok += slot.measured() && !slot.failed() ? 1 : 0;
        }
        return ok <= 1;
    }

    private static SummaryDataPointSnapshot summary(Labels labels, Quantiles millis) {
        return SummaryDataPointSnapshot.builder()
                .labels(labels)
                .quantiles(
                        io.prometheus.metrics.model.snapshots.Quantiles.builder()
                                .quantile(0.05, millis.p5() / 1e3)
                                .quantile(0.5, millis.p50() / 1e3)
                                .quantile(0.95, millis.p95() / 1e3)
                                .quantile(0.99, millis.p99() / 1e3)
                                .build())
                .build();
    }

    /** The families; those without a pane are empty. */
    List<MetricSnapshot> build() {
        return List.of(
                attempts.build(),
                errors.build(),
                ratio.build(),
                states.build(),
                outage.build(),
                lastError.build(),
                latency.build());
    }
}
