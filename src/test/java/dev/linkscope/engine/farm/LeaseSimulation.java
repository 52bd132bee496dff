package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.WatchLeases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * Watchers and the store of their leases in virtual time, in milliseconds. The store gives and
 * takes at its whim; requests and answers take any time or get lost.
 */
final class LeaseSimulation {
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

    LeaseSimulation(int count, List<Printer> printers, int longestDelay, Random random) {
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
                    leases.put(id, new Lease(this, false, now + WatchLeases.TERM_SECONDS * 1_000L));
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
