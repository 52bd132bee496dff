package dev.linkscope.store.postgres;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.farm.AddedPrinters;
import dev.linkscope.engine.farm.LeaseKeeper;
import dev.linkscope.engine.port.LinkQuestions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A watcher whose computer's clock is wrong; it prints how many printers it measures. */
final class WatcherRun {
    private static final long TICK_MILLIS = 100;

    private WatcherRun() {}

    /** The printers of every watcher of this farm. */
    static List<Printer> printers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Printer(
                                new PrinterId(new UUID(9, i)),
                                "printer " + i,
                                new Target.Simulated("p" + i),
                                Printer.CLOUD,
                                null,
                                Printer.DEFAULT_CADENCE))
                .toList();
    }

    /** Arguments: address, number of printers, hours that the clock is ahead. */
    public static void main(String[] args) throws Exception {
        var ahead = Duration.ofHours(Long.parseLong(args[2]));
        var farm = new AddedPrinters();
        try (var leases = PostgresLeases.open(args[0], Map.of());
                var keeper =
                        new LeaseKeeper(
                                farm,
                                leases,
                                printers(Integer.parseInt(args[1])),
                                _ -> LinkQuestions.NOBODY,
                                () -> InstantSource.system().instant().plus(ahead))) {
            keeper.start();
            while (System.in.available() == 0) {
                System.out.println(farm.ids().size());
                Thread.sleep(TICK_MILLIS);
            }
        }
    }
}
