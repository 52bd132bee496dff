package dev.linkscope.faults;

import dev.linkscope.bench.LocalFarm;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.store.sqlite.SqliteHistory;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The process of {@link FarmThroughFaultsIT}: prints how many outcomes it shows. The end of its
 * input removes the printers and ends it.
 */
final class LocalFarmRun {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration LOOK = Duration.ofMillis(100);

    private LocalFarmRun() {}

    /** Arguments: file, name of the agents, printers, server, camera, cadence in ms. */
    public static void main(String[] args) throws Exception {
        var local =
                new LocalFarm(
                        args[1],
                        Integer.parseInt(args[2]),
                        args[3],
                        args[4],
                        Duration.ofMillis(Long.parseLong(args[5])));
        List<Printer> printers = local.printers();
        try (var store = SqliteHistory.open(Path.of(args[0]), CLOCK).store();
                var farm =
                        new Farm(
                                LocalFarm.PLAN,
                                (printer, _) -> local.link(printer),
                                store,
                                CLOCK,
                                "faults")) {
            farm.addAll(printers, _ -> LinkQuestions.NOBODY);
            Thread end = endOfInput();
            while (end.isAlive()) {
                System.out.println("outcomes=" + FarmThroughFaultsIT.outcomes(farm.snapshots()));
                Thread.sleep(LOOK);
            }
            printers.forEach(printer -> farm.remove(printer.id()));
        }
    }

    private static Thread endOfInput() {
        Thread thread =
                NamedThreads.platform(
                        "input",
                        () -> {
                            try {
                                System.in.readAllBytes();
                            } catch (IOException e) {
                                // that is an end too
                            }
                        });
        thread.start();
        return thread;
    }
}
