package dev.linkscope.metrics;

import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is exported of each printer beside its panes. */
final class LinkFamilies {
    private final GaugeSnapshot.Builder up =
            GaugeSnapshot.builder()
                    .name("linkscope_printer_up")
                    .help("1 while the printer's agent is connected and measures, else 0.");
    private final StateSetSnapshot.Builder states =
            StateSetSnapshot.builder()
                    .name("linkscope_link_state")
                    .help("How the link to the printer's computer stands.");
    private final CounterSnapshot.Builder outcomes =
            CounterSnapshot.builder()
                    .name("linkscope_outcomes")
                    .help("Outcomes of all probes that were received of the printer.");
    private final CounterSnapshot.Builder lost =
            CounterSnapshot.builder()
                    .name("linkscope_lost")
                    .help("Attempts that the agent could no longer hold before they were fetched.");
    private final GaugeSnapshot.Builder ownRates =
            GaugeSnapshot.builder()
                    .name("linkscope_own_error_ratio")
                    .unit(Unit.RATIO)
                    .help(
                            "Error rate of the server pane over the last two hours without outages"
                                    + " shared with other printers.");

    /**
     * Takes a printer.
     *
     * @param ownRate its rate without shared outages; null if it was not compared
     */
    void add(SessionSnapshot session, @Nullable Double ownRate) {
        Labels labels = PrinterLabels.of(session.printer());
        up.dataPoint(gauge(labels, session.link() == LinkState.MEASURING ? 1 : 0));
        var state = StateSetDataPointSnapshot.builder().labels(labels);
        // Nobody watches a report.
        for (LinkState one : EnumSet.complementOf(EnumSet.of(LinkState.RECORDED))) {
            state.state(one.name().toLowerCase(Locale.ROOT), one == session.link());
        }
        states.dataPoint(state.build());
        outcomes.dataPoint(counter(labels, (double) session.outcomes()));
        lost.dataPoint(counter(labels, (double) session.lost()));
        if (ownRate != null) {
            ownRates.dataPoint(gauge(labels, ownRate));
        }
    }

    /** The families; those without a printer are empty. */
    List<MetricSnapshot> build() {
        return List.of(
                up.build(), states.build(), outcomes.build(), lost.build(), ownRates.build());
    }

    /** A point of a gauge. */
    static GaugeDataPointSnapshot gauge(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    /** A point of a counter. */
    static CounterDataPointSnapshot counter(Labels labels, double value) {
        return CounterDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
