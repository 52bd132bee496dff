package dev.linkscope.metrics;

import dev.linkscope.support.OwnProcess;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * What this process costs, under the names that every Prometheus client uses. What the system does
 * not tell is absent.
 */
final class ProcessFamilies {
    private ProcessFamilies() {}

    /** As it is now. */
    static List<MetricSnapshot> now() {
        var families = new ArrayList<MetricSnapshot>();
        OwnProcess process = OwnProcess.now();
        process.cpu()
                .ifPresent(used ->
                        families.add(
                                CounterSnapshot.builder()
                                        .name("process_cpu_seconds")
                                        .unit(Unit.SECONDS)
                                        .help("Processor time used.")
                                        .dataPoint(
                                                CounterDataPointSnapshot.builder()
                                                        .value(used.toMillis() / 1e3)
                                                        .build())
                                        .build()));
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start ->
                        families.add(
                                FarmMetrics.gauge(
                                        "process_start_time_seconds",
                                        "When the process started.",
                                        start.toEpochMilli() / 1e3)));
        process.residentBytes()
                .ifPresent(bytes ->
                        families.add(
                                FarmMetrics.gauge(
                                        "process_resident_memory_bytes",
                                        "Memory that is resident.",
                                        (double) bytes)));
        process.threads()
                .ifPresent(threads ->
                        families.add(
                                FarmMetrics.gauge(
                                        "process_threads",
                                        "Threads of the operating system.",
                                        (double) threads)));
        Runtime runtime = Runtime.getRuntime();
        families.add(
                FarmMetrics.gauge(
                        "process_heap_bytes",
                        "Java heap in use, with what is not yet collected.",
                        (double) (runtime.totalMemory() - runtime.freeMemory())));
        return families;
    }
}
