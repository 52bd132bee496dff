package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.WatchLeases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class LeaseKeeperTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final AddedPrinters farm = new AddedPrinters();

    static List<Printer> printers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Printer(
                                PrinterId.random(),
                                "printer " + i,
                                new Target.Simulated("p" + i),
                                Printer.CLOUD,
                                null,
                                Printer.DEFAULT_CADENCE))
                .toList();
    }

    private static Set<PrinterId> ids(List<Printer> printers) {
        var ids = new HashSet<PrinterId>();
        printers.forEach(printer -> ids.add(printer.id()));
        return ids;
    }

    private LeaseKeeper keeper(WatchLeases leases, List<Printer> printers, AtomicLong ticker) {
        return new LeaseKeeper(
                farm, leases, printers, _ -> LinkQuestions.NOBODY, CLOCK, ticker::get, OFTEN);
    }

    @Test
    void whatIsGainedIsAddedAndWhatIsLostIsRemoved() {
        List<Printer> printers = printers(10);
        var turn = new AtomicInteger();
        WatchLeases leases =
                _ -> ids(turn.get() == 0 ? printers.subList(0, 6) : printers.subList(4, 10));
        try (var keeper = keeper(leases, printers, new AtomicLong())) {
            keeper.start();
            await().until(() -> farm.ids().equals(ids(printers.subList(0, 6))));
            turn.set(1);
            await().until(() -> farm.ids().equals(ids(printers.subList(4, 10))));
            assertThat(keeper.problem()).isNull();
        }
        assertThat(farm.ids()).isEmpty();
    }

    @Test
    void aloneEverythingIsMeasuredAndGoesOnAfterwards() {
        List<Printer> printers = printers(3);
        try (var keeper = keeper(WatchLeases.ALONE, printers, new AtomicLong())) {
            keeper.start();
            await().until(() -> farm.ids().equals(ids(printers)));
        }
        assertThat(farm.ids()).isEqualTo(ids(printers));
    }

    @Test
    void anAnswerThatNeverComesStopsTheMeasuring() {
        List<Printer> printers = printers(3);
        var ticker = new AtomicLong();
        var first = new AtomicInteger();
        var never = new CountDownLatch(1);
        WatchLeases leases =
                wanted -> {
                    if (first.getAndIncrement() > 0) {
                        try {
                            never.await();
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return wanted;
                };
        try (var keeper = keeper(leases, printers, ticker)) {
            keeper.start();
            await().until(() -> first.get() == 2);
            ticker.set(LeaseKeeper.LONGEST.toNanos() - 1);
            assertThat(farm.ids()).hasSize(3);
            ticker.set(LeaseKeeper.LONGEST.toNanos());
            await().until(() -> farm.ids().isEmpty());
            assertThat(keeper.problem()).isNotNull();
            never.countDown();
            // The answer was too late to be believed; the next one is in time.
            await().until(() -> farm.ids().equals(ids(printers)));
        }
    }

    @Test
    void aStoreThatCannotBeAskedIsToldAndComesBack() {
        List<Printer> printers = printers(3);
        var away = new AtomicInteger();
        WatchLeases leases =
                wanted -> {
                    if (away.get() == 1) {
                        throw new WatchLeases.LeaseException("away", new Exception());
                    }
                    return wanted;
                };
        try (var keeper = keeper(leases, printers, new AtomicLong())) {
            keeper.start();
            await().until(() -> farm.ids().size() == 3);
            away.set(1);
            await().until(() -> keeper.problem() != null);
            // Within the term they are still ours.
            assertThat(farm.ids()).hasSize(3);
            away.set(0);
            await().until(() -> keeper.problem() == null);
        }
    }

    /**
     * Several watchers, a store that gives and takes at its whim, requests and answers that take
     * any time or get lost, clocks wrong by hours that are set while they run: nobody measures what
     * somebody else still measures, though stopping takes up to two seconds.
     */
    @Property(tries = 100)
    void neverTwoMeasureAtTheSameInstant(
            @ForAll @IntRange(min = 2, max = 4) int watchers,
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll @IntRange(min = 1, max = 30_000) int longestDelay,
            @ForAll long seed) {
        // It would tell of every lease that runs out.
        var log = (Logger) LoggerFactory.getLogger(LeaseKeeper.class);
        log.setLevel(Level.OFF);
        try {
            new LeaseSimulation(watchers, printers(count), longestDelay, new Random(seed)).run();
        } finally {
            log.setLevel(null);
        }
    }
}
