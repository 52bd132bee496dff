package dev.linkscope.metrics;

import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.engine.farm.FarmView;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Locale;

/** What is exported of the farm as a whole. */
final class IncidentFamilies {
    private IncidentFamilies() {}

    /** The families; every kind and severity has its number, also where that is none. */
    static List<MetricSnapshot> of(List<Incident> incidents, FarmView view) {
        var open =
                GaugeSnapshot.builder()
                        .name("linkscope_incidents_open")
                        .help("Incidents that last, by kind and by how bad they are.");
        for (Incident.Kind kind : Incident.Kind.values()) {
            for (Severity severity : Severity.values()) {
                double count =
                        incidents.stream()
                                .filter(Incident::open)
                                .filter(one -> one.kind() == kind && one.severity() == severity)
                                .count();
                open.dataPoint(
                        LinkFamilies.gauge(
                                Labels.of("kind", name(kind), "severity", name(severity)), count));
            }
        }
        boolean lasts = view.shared().stream().anyMatch(FarmView.Shared::lasts);
        return List.of(
                open.build(),
                FarmMetrics.gauge(
                        "linkscope_shared_outages",
                        "Outages that several printers had together, in what is compared.",
                        view.shared().size()),
                FarmMetrics.gauge(
                        "linkscope_shared_outage_active",
                        "1 while several printers fail together more than chance explains, else 0.",
                        lasts ? 1 : 0));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
