package dev.linkscope.rules.confusion;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.RuleCatalog;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is concluded of many worlds, and how often that is true. */
final class Confusion {
    private static final int WARM_UP = 200;

    private final List<Judged> worlds = new ArrayList<>();

    /**
     * One world.
     *
     * @param claimed ids of supported findings, best first
     * @param cpuMillis processor time of judging it
     */
    private record Judged(World world, List<String> claimed, double cpuMillis) {
        boolean names(Fault fault, int places) {
            return claimed.stream().limit(places).anyMatch(fault.causes()::contains);
        }

        boolean namesOne(int places) {
            return world.visible().stream().anyMatch(fault -> names(fault, places));
        }

        boolean namesAll(int places) {
            return world.visible().stream().allMatch(fault -> names(fault, places));
        }

        boolean bothVisible() {
            return world.visible().size() == 2;
        }
    }

    /** Worlds of these seeds. */
    Confusion(int count) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        for (int seed = -WARM_UP; seed < count; seed++) {
            var world = new World(seed);
            PrinterCase printer = world.printer();
            long begin = thread.getCurrentThreadCpuTime();
            List<Finding> findings = RuleCatalog.findings(printer);
            double millis = (thread.getCurrentThreadCpuTime() - begin) * 1e-6;
            if (seed >= 0 && !world.visible().isEmpty()) {
                worlds.add(
                        new Judged(
                                world,
                                findings.stream()
                                        .filter(Finding::supported)
                                        .map(Finding::rule)
                                        .toList(),
                                millis));
            }
        }
    }

    /** Share of worlds in which a true cause stands within the first places. */
    double oneWithin(int places) {
        return share(worlds.stream().filter(judged -> judged.namesOne(places)).count());
    }

    /** Share, of worlds in which both can be seen, in which both stand within the first places. */
    double bothWithin(int places) {
        List<Judged> both = worlds.stream().filter(Judged::bothVisible).toList();
        return (double) both.stream().filter(judged -> judged.namesAll(places)).count()
                / both.size();
    }

    private double share(long count) {
        return (double) count / worlds.size();
    }

    /** Processor time of judging one printer that 99 % of worlds keep to, in milliseconds. */
    double cpuMillis() {
        double[] sorted = worlds.stream().mapToDouble(Judged::cpuMillis).sorted().toArray();
        return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
    }

    /** Prints everything. */
    void write() {
        var figures = new BenchReport("Two faults at once", "figure", "value");
        figures.row("worlds", worlds.size());
        figures.row("both faults can be seen", worlds.stream().filter(Judged::bothVisible).count());
        figures.row("a true cause on top", BenchReport.percent(oneWithin(1)));
        figures.row("a true cause within the top 2", BenchReport.percent(oneWithin(2)));
        figures.row("both within the top 2", BenchReport.percent(bothWithin(2)));
        figures.row("both within the top 3", BenchReport.percent(bothWithin(3)));
        figures.row("judging one printer, 99 %, CPU ms", BenchReport.number(cpuMillis()));
        figures.write();
        var table =
                new BenchReport(
                        "Fault and top finding",
                        "fault",
                        "seen",
                        "hidden",
                        "on top",
                        "top 2",
                        "top 3",
                        "anywhere",
                        "top findings that name no fault of the world");
        Faults.ALL.forEach(fault -> row(table, fault));
        table.write();
        var beside =
                new BenchReport(
                        "Findings that name no fault of their world",
                        "rule",
                        "worlds",
                        "within the top 3");
        Map<String, Integer> anywhere = beside(Integer.MAX_VALUE);
        Map<String, Integer> near = beside(3);
        anywhere.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry ->
                        beside.row(
                                entry.getKey(),
                                entry.getValue(),
                                near.getOrDefault(entry.getKey(), 0)));
        beside.write();
    }

    /**
     * Rules that were claimed within the first places beside the faults, and in how many worlds.
     */
    private Map<String, Integer> beside(int places) {
        var counts = new TreeMap<String, Integer>();
        for (Judged judged : worlds) {
            judged.claimed.stream()
                    .limit(places)
                    .filter(rule ->
                            judged.world.faults().stream()
                                    .noneMatch(one -> one.fault().causes().contains(rule)))
                    .forEach(rule -> counts.merge(rule, 1, Integer::sum));
        }
        return counts;
    }

    private void row(BenchReport table, Fault fault) {
        List<Judged> with =
                worlds.stream().filter(judged -> judged.world.visible().contains(fault)).toList();
        long hidden =
                worlds.stream()
                                .filter(judged ->
                                        judged.world.faults().stream()
                                                .anyMatch(
                                                        timeline -> timeline.fault().equals(fault)))
                                .count()
                        - with.size();
        var wrong = new TreeMap<String, Integer>();
        with.stream()
                .filter(judged -> !judged.namesOne(1))
                .forEach(judged ->
                        wrong.merge(
                                judged.claimed.isEmpty() ? "nothing" : judged.claimed.getFirst(),
                                1,
                                Integer::sum));
        table.row(
                fault.name(),
                with.size(),
                hidden,
                count(with, fault, 1),
                count(with, fault, 2),
                count(with, fault, 3),
                count(with, fault, Integer.MAX_VALUE),
                wrong.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private static long count(List<Judged> with, Fault fault, int places) {
        return with.stream().filter(judged -> judged.names(fault, places)).count();
    }

    /** Worlds in which no true cause stands within the top 2, for whoever mends a rule. */
    String missed() {
        return worlds.stream()
                .filter(judged -> !judged.namesOne(2))
                .map(judged ->
                        judged.world
                                + " -> "
                                + judged.claimed.stream().limit(4).collect(Collectors.joining(", "))
                                + unchecked(judged))
                .collect(Collectors.joining("\n"));
    }

    private static String unchecked(Judged judged) {
        List<String> telling =
                judged.world.visible().stream()
                        .flatMap(fault -> fault.facts().keySet().stream())
                        .filter(judged.world.unchecked()::contains)
                        .toList();
        return telling.isEmpty() ? "" : "; not checked: " + String.join(", ", telling);
    }
}
