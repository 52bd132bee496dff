package dev.linkscope.bench;

import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** The process of {@link SessionsBench}. */
final class SessionsRun {
    private static final InstantSource CLOCK = InstantSource.system();

    /** As often as the window looks. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** A hundred live sessions bring 225 outcomes in that time, histories thousands. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final long QUIET_A_LOOK = 500;

    /** Outcomes of a printer in a look once its history is in; two or three as a rule. */
    private static final long LIVE_A_LOOK = 4;

    private static final double MIB = 1 << 20;

    private final Farm farm;
    private long seen;
    private long snapshots;

    private SessionsRun(Farm farm) {
        this.farm = farm;
    }

    /** Arguments: file, printers, {@code history} or {@code fresh}, seconds to settle, seconds. */
    public static void main(String[] args) throws Exception {
        int printers = Integer.parseInt(args[1]);
        // Whoever asks for an end is given no history.
        SessionPlan plan =
                args[2].equals("history")
                        ? SessionPlan.WATCH
                        : SessionPlan.measureFor(Duration.ofDays(1));
        var simulated = new SimulatedFarm(CLOCK, System::nanoTime, 1, 1);
        try (var store = SqliteHistory.open(Path.of(args[0]), CLOCK).store();
                var farm =
                        new Farm(
                                plan,
                                (printer, _) -> simulated.link(printer),
                                store,
                                CLOCK,
                                "bench")) {
            var run = new SessionsRun(farm);
            List<Printer> models = simulated.printers();
            for (int i = 0; i < printers; i++) {
                farm.add(copy(models.get(i % models.size()), i), LinkQuestions.NOBODY);
            }
            run.settle(Duration.ofSeconds(Long.parseLong(args[3])));
            run.measure(Duration.ofSeconds(Long.parseLong(args[4])));
        }
    }

    private static Printer copy(Printer model, int number) {
        return new Printer(
                new PrinterId(new UUID(0, number)),
                model.name() + "-" + number,
                model.target(),
                model.server(),
                model.snapshot(),
                model.cadence());
    }

    /** Until every history is in and for as long again as the compiler needs. */
    private void settle(Duration span) throws InterruptedException {
        long before;
        do {
            before = outcomes();
            look(SETTLING);
        } while (outcomes() - before > QUIET_A_LOOK + LIVE_A_LOOK * farm.snapshots().size());
        look(span);
    }

    /** Reads new snapshots as the window does. */
    private void look(Duration span) throws InterruptedException {
        long end = System.nanoTime() + span.toNanos();
        while (System.nanoTime() < end) {
            long revision = farm.revision();
            if (revision != seen) {
                snapshots += revision - seen;
                seen = revision;
                farm.snapshots();
            }
            Thread.sleep(LOOK);
        }
    }

    private void measure(Duration span) throws Exception {
        snapshots = 0;
        long outcomes = outcomes();
        var watch = Watch.start();
        look(span);
        double seconds = watch.seconds();
        double cpuSeconds = watch.cpuSeconds();
        print("cpuShare", cpuSeconds / seconds);
        print("outcomesPerSecond", (outcomes() - outcomes) / seconds);
        print("snapshotsPerSecond", snapshots / seconds);
        print("measuring", measuring());
        print("threads", Machine.status("Threads"));
        print("residentMib", Machine.status("VmRSS") / 1024.0);
        System.gc();
        print("residentAfterGcMib", Machine.status("VmRSS") / 1024.0);
        print("peakMib", Machine.status("VmHWM") / 1024.0);
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        print("heapMib", heap.getUsed() / MIB);
        print("heapCommittedMib", heap.getCommitted() / MIB);
    }

    private long outcomes() {
        return farm.snapshots().stream().mapToLong(snapshot -> snapshot.outcomes()).sum();
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
