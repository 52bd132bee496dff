package dev.linkscope.bench;

import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmBoard;
import dev.linkscope.engine.history.ConclusionLog;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The process of {@link SoakBench}: a made-up farm whose time runs faster, with history, board and
 * conclusions as {@code watch} has them. Each look is a line {@code look.N=seconds heap threads
 * files store outcomes}, in simulated seconds and bytes.
 */
final class SoakRun {
    private static final int LOOKS = 48;
    private static final long SEED = 20;

    /** As often as the window looks. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private SoakRun() {}

    /** Arguments: file, printers, speed, real milliseconds. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        double speed = Double.parseDouble(args[2]);
        Duration length = Duration.ofMillis(Long.parseLong(args[3]));
        Instant start = Instant.now();
        long nanos = System.nanoTime();
        // Everybody's clock runs as fast: nobody is found to be off.
        InstantSource clock = () -> start.plusNanos((long) ((System.nanoTime() - nanos) * speed));
        var simulated = new SimulatedFarm(clock, System::nanoTime, SEED, speed);
        List<Printer> models = simulated.printers();
        StoreOpened history = SqliteHistory.open(file, clock);
        try (var store = history.store();
                var farm =
                        new Farm(
                                SessionPlan.WATCH,
                                (printer, _) -> simulated.link(model(models, printer)),
                                store,
                                clock,
                                "soak");
                var conclusions = new ConclusionLog(farm, history.book(), clock);
                var board = new FarmBoard(farm, clock)) {
            conclusions.start();
            board.start();
            farm.addAll(printers(models, Integer.parseInt(args[1])), _ -> LinkQuestions.NOBODY);
            for (int look = 0; look <= LOOKS; look++) {
                follow(farm, nanos + look * length.toNanos() / LOOKS);
                tell(look, (System.nanoTime() - nanos) / 1e9 * speed, farm, file);
            }
        }
    }

    /** Its model of the farm. What is simulated is not kept, and here it has to be. */
    private static Printer model(List<Printer> models, Printer printer) {
        int number = (int) printer.id().value().getLeastSignificantBits();
        return models.get(number % models.size()).withId(printer.id());
    }

    private static List<Printer> printers(List<Printer> models, int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        models.get(number % models.size())
                                .withId(new PrinterId(new UUID(3, number)))
                                .withTarget(new Target.Local()))
                .toList();
    }

    /** Reads new snapshots as the window does. */
    private static void follow(Farm farm, long until) throws InterruptedException {
        long seen = -1;
        while (System.nanoTime() < until) {
            if (farm.revision() != seen) {
                seen = farm.revision();
                farm.snapshots();
            }
            Thread.sleep(PAUSE);
        }
    }

    private static void tell(int look, double seconds, Farm farm, Path file) throws IOException {
        letCachesGo();
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        long outcomes = farm.snapshots().stream().mapToLong(SessionSnapshot::outcomes).sum();
        System.out.printf(
                "look.%d=%.0f %d %d %d %d %d%n",
                look, seconds, heap, Machine.status("Threads"), files(), stored(file), outcomes);
    }

    /** Soft references give way before memory runs out (java.lang.ref.SoftReference). */
    private static void letCachesGo() {
        try {
            var tooMuch = new long[Integer.MAX_VALUE - Byte.SIZE];
            throw new IllegalStateException(tooMuch.length + " numbers have room in this heap");
        } catch (OutOfMemoryError _) {
            System.gc();
            // What has an end of its own to do is gone after the second collection only.
            System.gc();
        }
    }

    private static long files() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    /** With what is written ahead. */
    private static long stored(Path file) throws IOException {
        long bytes = 0;
        for (String end : List.of("", "-wal")) {
            Path part = Path.of(file + end);
            bytes += Files.exists(part) ? Files.size(part) : 0;
        }
        return bytes;
    }
}
