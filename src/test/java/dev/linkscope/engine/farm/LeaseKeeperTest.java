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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
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
            new Simulation(watchers, printers(count), longestDelay, new Random(seed)).run();
        } finally {
            log.setLevel(null);
        }
    }

    /** Watchers in virtual time, in milliseconds. */
    private static final class Simulation {
        private static final long END = 600_000;
        private static final long STOPPING = 2_000;
        private static final long LOOK = 250;

        private final List<Printer> printers;
        private final int longestDelay;
        private final Random random;
        private final PriorityQueue<Event> events =
                new PriorityQueue<>((a, b) -> Long.compare(a.at, b.at));
        private final Map<PrinterId, Lease> leases = new HashMap<>();
        private final Map<PrinterId, Measured> measured = new HashMap<>();
        private final List<Watcher> watchers = new ArrayList<>();
        private long now;
        private int begun;

        Simulation(int count, List<Printer> printers, int longestDelay, Random random) {
            this.printers = printers;
            this.longestDelay = longestDelay;
            this.random = random;
            for (int i = 0; i < count; i++) {
                watchers.add(new Watcher());
            }
        }

        void run() {
            for (Watcher watcher : watchers) {
                at(random.nextInt(6_000), watcher::ask);
                at(random.nextInt((int) LOOK), watcher::look);
            }
            while (!events.isEmpty() && events.element().at < END) {
                Event event = events.remove();
                now = event.at;
                event.what.run();
            }
            assertThat(begun).isPositive();
        }

        private void at(long when, Runnable what) {
            events.add(new Event(when, what));
        }

        /** Most are quick, some take long. */
        private long delay() {
            return random.nextInt(4) == 0 ? random.nextInt(longestDelay) : random.nextInt(50);
        }

        private final class Watcher {
            private final AddedPrinters farm =
                    new AddedPrinters() {
                        @Override
                        public void add(Printer printer, LinkQuestions questions) {
                            super.add(printer, questions);
                            begin(printer.id());
                        }

                        @Override
                        public void remove(PrinterId id) {
                            super.remove(id);
                            end(id);
                        }
                    };
            private long offset = (random.nextInt(20) - 10) * 3_600_000L;
            private final LeaseKeeper keeper =
                    new LeaseKeeper(
                            farm,
                            WatchLeases.ALONE,
                            printers,
                            _ -> LinkQuestions.NOBODY,
                            () -> Instant.ofEpochMilli(now + offset),
                            () -> now * 1_000_000,
                            Duration.ZERO);
            private final Set<PrinterId> stopped = new HashSet<>();

            void look() {
                if (random.nextInt(400) == 0) {
                    offset += (random.nextInt(7) - 3) * 3_600_000L;
                }
                keeper.stopWhatHasRunOut();
                at(now + LOOK, this::look);
            }

            void ask() {
                LeaseKeeper.Moment began = keeper.now();
                long timeout = now + 10_000;
                at(now + delay(), () -> answer(began, timeout));
            }

            /** At the store. */
            private void answer(LeaseKeeper.Moment began, long timeout) {
                stopped.forEach(id -> {
                    if (holds(id)) {
                        leases.remove(id);
                    }
                });
                var held = new HashSet<PrinterId>();
                var leaving = new HashSet<PrinterId>();
                for (Printer printer : printers) {
                    PrinterId id = printer.id();
                    boolean free = !leases.containsKey(id) || leases.get(id).until <= now;
                    if (holds(id) && leases.get(id).leaving) {
                        leaving.add(id);
                    } else if (holds(id) && random.nextInt(5) == 0) {
                        leases.put(id, new Lease(this, true, leases.get(id).until));
                        leaving.add(id);
                    } else if (holds(id) || (free && random.nextBoolean())) {
                        leases.put(
                                id,
                                new Lease(this, false, now + WatchLeases.TERM_SECONDS * 1_000L));
                        held.add(id);
                    }
                }
                boolean lost = random.nextInt(8) == 0;
                long back = Math.max(now, lost ? timeout : now + delay());
                at(
                        back,
                        () -> {
                            if (!lost) {
                                keeper.granted(began, held);
                                stopped.clear();
                                stopped.addAll(leaving);
                            }
                            at(now + 3_000 + random.nextInt(4_000), this::ask);
                        });
            }

            private boolean holds(PrinterId id) {
                Lease lease = leases.get(id);
                return lease != null && lease.holder == this && lease.until > now;
            }

            private void begin(PrinterId id) {
                begun++;
                Measured before = measured.get(id);
                assertThat(before == null || before.by == this || before.until <= now)
                        .as("somebody else measures it at %d", now)
                        .isTrue();
                measured.put(id, new Measured(this, Long.MAX_VALUE));
            }

            private void end(PrinterId id) {
                measured.put(id, new Measured(this, now + random.nextInt((int) STOPPING)));
            }
        }

        private record Lease(Watcher holder, boolean leaving, long until) {}

        private record Measured(Watcher by, long until) {}

        private record Event(long at, Runnable what) {}
    }
}
