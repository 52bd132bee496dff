package dev.linkscope.bench;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The process of {@link PipelineBench}. */
final class PipelineRun {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final TargetUrl CAMERA = new TargetUrl("http://127.0.0.1/?action=snapshot");

    private PipelineRun() {}

    /** Arguments: folder, printers, outcomes of each, rounds. Prints the figures of each round. */
    public static void main(String[] args) throws Exception {
        int printers = Integer.parseInt(args[1]);
        int outcomes = Integer.parseInt(args[2]);
        for (int round = 0; round < Integer.parseInt(args[3]); round++) {
            Path file = Path.of(args[0], "history" + round + ".db");
            round(round, file, printers, outcomes);
        }
        System.out.printf("rssMb=%.1f%n", Machine.status("VmRSS") / 1024.0);
    }

    private static void round(int round, Path file, int count, int outcomes) throws Exception {
        Map<Printer, byte[]> recordings = new HashMap<>();
        double wall = CLOCK.millis() / 1e3;
        for (int i = 0; i < count; i++) {
            Printer printer = printer(i);
            recordings.put(
                    printer, RecordedAgent.bytes("r" + i, printer.id().toString(), wall, outcomes));
        }
        try (var store = SqliteHistory.open(file, CLOCK).store();
                var farm =
                        new Farm(
                                SessionPlan.WATCH,
                                (printer, _) -> RecordedAgent.link(recordings.get(printer)),
                                store,
                                CLOCK,
                                "bench")) {
            var watch = Watch.start();
            recordings.keySet().forEach(printer -> farm.add(printer, LinkQuestions.NOBODY));
            if (!farm.awaitEnd(Duration.ofMinutes(2))) {
                throw new IllegalStateException("not done within two minutes");
            }
            store.flush();
            double seconds = watch.seconds();
            double cpuSeconds = watch.cpuSeconds();
            for (int i = 0; i < count; i++) {
                if (store.committedSequence("r" + i) != outcomes) {
                    throw new IllegalStateException("not all outcomes are committed");
                }
            }
            System.out.printf("seconds%d=%.3f%n", round, seconds);
            System.out.printf("cpuSeconds%d=%.3f%n", round, cpuSeconds);
        }
    }

    private static Printer printer(int number) {
        return new Printer(
                PrinterId.random(),
                "Printer " + number,
                new Target.Ssh("recorded-" + number, null, null, null),
                Printer.CLOUD,
                CAMERA,
                Printer.DEFAULT_CADENCE);
    }
}
