package dev.linkscope.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this process costs, under the names that every Prometheus client uses. What the system does
 * not tell is absent.
 */
final class ProcessFamilies {
    /** proc_pid_status(5); only Linux has it. */
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d{1,15}) kB$");
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d{1,9})$");

    private ProcessFamilies() {}

    /** As it is now. */
    static List<MetricSnapshot> now() {
        var families = new ArrayList<MetricSnapshot>();
        ProcessHandle.Info info = ProcessHandle.current().info();
        info.totalCpuDuration()
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
        info.startInstant()
                .ifPresent(start ->
                        families.add(
                                FarmMetrics.gauge(
                                        "process_start_time_seconds",
                                        "When the process started.",
                                        start.toEpochMilli() / 1e3)));
        String status = status();
        find(RESIDENT, status)
                .ifPresent(kib ->
                        families.add(
                                FarmMetrics.gauge(
                                        "process_resident_memory_bytes",
                                        "Memory that is resident.",
                                        kib * 1024.0)));
        find(THREADS, status)
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

    private static String status() {
        try {
            return Files.isReadable(STATUS) ? Files.readString(STATUS) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static OptionalLong find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find()
                ? OptionalLong.of(Long.parseLong(found.group(1)))
                : OptionalLong.empty();
    }
}
