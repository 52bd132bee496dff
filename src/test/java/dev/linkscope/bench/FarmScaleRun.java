package dev.linkscope.bench;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The process of {@link FarmScaleBench}. */
final class FarmScaleRun {
    private static final InstantSource CLOCK = InstantSource.system();

    /** As often as the window looks. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MIB = 1 << 20;

    private final LocalFarm local;
    private final Farm farm;
    private long seen;

    private FarmScaleRun(LocalFarm local, Farm farm) {
        this.local = local;
        this.farm = farm;
    }

    /** Arguments: file, name of the agents, printers, server, camera, seconds to measure. */
    public static void main(String[] args) throws Exception {
        var local =
                new LocalFarm(
                        args[1],
                        Integer.parseInt(args[2]),
                        args[3],
                        args[4],
                        Printer.DEFAULT_CADENCE);
        List<Printer> printers = local.printers();
        try (OutcomeStore store = SqliteHistory.open(Path.of(args[0]), CLOCK).store()) {
            try (var farm =
                    new Farm(
                            LocalFarm.PLAN,
                            (printer, _) -> local.link(printer),
                            store,
                            CLOCK,
                            "bench")) {
                var run = new FarmScaleRun(local, farm);
                run.connect(printers);
                run.look(SETTLING);
                run.measure(Duration.ofSeconds(Long.parseLong(args[5])));
                printers.forEach(printer -> farm.remove(printer.id()));
                run.awaitGoodbyes();
            }
            store.flush();
            for (String target : List.of("server", "webcam")) {
                StoredSlots stored = StoredSlots.of(store, printers, target);
                print(target + ".runs", stored.runs());
                print(target + ".stored", stored.outcomes());
                print(target + ".missing", stored.missing());
                print(target + ".doubled", stored.doubled());
            }
        }
    }

    private void connect(List<Printer> printers) throws InterruptedException {
        var watch = Watch.start();
        farm.addAll(printers, _ -> LinkQuestions.NOBODY);
        while (measuring() < local.size() && watch.seconds() < PATIENCE.toSeconds()) {
            Thread.sleep(LOOK);
        }
        print("connectSeconds", watch.seconds());
        print("connectCpuSeconds", watch.cpuSeconds());
        print("connected", measuring());
    }

    /** Reads new snapshots as the window does. */
    private void look(Duration span) throws InterruptedException {
        long end = System.nanoTime() + span.toNanos();
        while (System.nanoTime() < end) {
            long revision = farm.revision();
            if (revision != seen) {
                seen = revision;
                farm.snapshots();
            }
            Thread.sleep(LOOK);
        }
    }

    private void awaitGoodbyes() throws InterruptedException {
        var watch = Watch.start();
        while (!local.agents().isEmpty() && watch.seconds() < PATIENCE.toSeconds()) {
            Thread.sleep(LOOK);
        }
        print("goodbyeSeconds", watch.seconds());
    }

    private void measure(Duration span) throws Exception {
        long outcomes = sum();
        long agentsBefore = agentCpuMillis();
        var watch = Watch.start();
        look(span);
        double seconds = watch.seconds();
        print("cpuShare", watch.cpuSeconds() / seconds);
        print("outcomesPerSecond", (sum() - outcomes) / seconds);
        print("agentsCpuShare", (agentCpuMillis() - agentsBefore) / 1e3 / seconds);
        print("measuring", measuring());
        print("lost", farm.snapshots().stream().mapToLong(SessionSnapshot::lost).sum());
        print(
                "failures",
                farm.snapshots().stream()
                        .mapToLong(snapshot -> snapshot.server().figures().errors())
                        .sum());
        print("threads", Machine.status("Threads"));
        print("residentMib", Machine.status("VmRSS") / 1024.0);
        System.gc();
        print("residentAfterGcMib", Machine.status("VmRSS") / 1024.0);
        print("peakMib", Machine.status("VmHWM") / 1024.0);
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        print("heapMib", heap.getUsed() / MIB);
        print("heapCommittedMib", heap.getCommitted() / MIB);
    }

    private long sum() {
        return farm.snapshots().stream().mapToLong(SessionSnapshot::outcomes).sum();
    }

    private long agentCpuMillis() {
        return farm.snapshots().stream()
                .map(SessionSnapshot::agent)
                .mapToLong(agent -> agent == null ? 0 : agent.cpuMillis())
                .sum();
    }

    private long measuring() {
        return farm.snapshots().stream()
                .filter(snapshot -> snapshot.link() == LinkState.MEASURING)
                .count();
    }

    private static void print(String key, double value) {
        System.out.println(key + "=" + value);
    }
}
