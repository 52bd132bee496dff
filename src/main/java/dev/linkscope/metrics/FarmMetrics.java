package dev.linkscope.metrics;

import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.Incidents;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything that is exported of a farm, made anew of its snapshots whenever it is asked for, so
 * that nothing is counted twice. Names follow prometheus.io/docs/practices/naming; {@code watch.md}
 * lists them.
 */
public final class FarmMetrics {
    private final FarmControl farm;
    private final Supplier<FarmView> view;
    private final Incidents incidents;
    private final BooleanSupplier storeWritable;
    private final String version;

    /**
     * Metrics of a farm.
     *
     * @param storeWritable whether what is measured can be stored now
     * @param version version of this program
     */
    public FarmMetrics(
            FarmControl farm,
            Supplier<FarmView> view,
            Incidents incidents,
            BooleanSupplier storeWritable,
            String version) {
        this.farm = farm;
        this.view = view;
        this.incidents = incidents;
        this.storeWritable = storeWritable;
        this.version = version;
    }

    /** The farm as it is now. */
    MetricSnapshots collect() {
        List<SessionSnapshot> sessions = farm.snapshots();
        FarmView seen = view.get();
        var links = new LinkFamilies();
        var panes = new PaneFamilies();
        for (SessionSnapshot session : sessions) {
            links.add(session, seen.ownRates().get(session.printer().id()));
            panes.add(session);
        }
        return new MetricSnapshots(
                Stream.of(
                                own(sessions.size()),
                                links.build(),
                                panes.build(),
                                IncidentFamilies.of(incidents.list(), seen),
                                ProcessFamilies.now())
                        .flatMap(List::stream)
                        .toList());
    }

    private List<MetricSnapshot> own(int printers) {
        return List.of(
                InfoSnapshot.builder()
                        .name("linkscope_build")
                        .help("Version of Linkscope.")
                        .dataPoint(
                                InfoDataPointSnapshot.builder()
                                        .labels(Labels.of("version", version))
                                        .build())
                        .build(),
                gauge("linkscope_printers", "Printers that this process watches.", printers),
                gauge(
                        "linkscope_store_writable",
                        "1 while what is measured can be stored, else 0.",
                        storeWritable.getAsBoolean() ? 1 : 0));
    }

    /** A gauge without labels. */
    static GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }
}
