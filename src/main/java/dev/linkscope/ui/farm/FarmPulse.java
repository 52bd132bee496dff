package dev.linkscope.ui.farm;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How busy the farm is: agents, checks a minute, what was lost. Not thread-safe. */
final class FarmPulse {
    private static final double MINUTE = 60_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Before, a rate would be guessed. */
    private static final Duration SHORTEST = Duration.ofSeconds(15);

    /**
     * So many checks for each of the server are not measured, but read: of the past, or of what an
     * agent kept while nobody listened. Six is usual.
     */
    private static final int CATCHING_UP = 30;

    private final Wording wording;
    private final OwnCost cost = new OwnCost();
    private final Deque<Reading> readings = new ArrayDeque<>();

    private record Reading(Instant at, long outcomes) {}

    FarmPulse(Wording wording) {
        this.wording = wording;
    }

    /** What is said now. */
    FarmStatus of(List<SessionSnapshot> snapshots, Instant clock) {
        long agents = snapshots.stream().filter(FarmPulse::measures).count();
        long lost = snapshots.stream().mapToLong(SessionSnapshot::lost).sum();
        double toServer =
                snapshots.stream()
                        .filter(FarmPulse::measures)
                        .mapToDouble(one -> perMinute(one.server().trace()))
                        .sum();
        double all = checks(snapshots, clock);
        String said =
                all > toServer && all < CATCHING_UP * toServer
                        ? wording.text("farm.status.rate", agents, all, toServer, lost)
                        : wording.text("farm.status.start", agents, toServer, lost);
        boolean madeUp =
                snapshots.stream()
                        .anyMatch(one -> one.printer().target() instanceof Target.Simulated);
        return new FarmStatus(
                said, cost.words(clock, wording), madeUp ? wording.text("status.simulated") : "");
    }

    private static boolean measures(SessionSnapshot snapshot) {
        return snapshot.link() == LinkState.MEASURING;
    }

    private static double perMinute(Trace trace) {
        return trace.isEmpty() ? 0 : MINUTE / trace.segments().getLast().cadence().toMillis();
    }

    /** Outcomes a minute; 0 while that is not known. */
    private double checks(List<SessionSnapshot> snapshots, Instant clock) {
        long total = snapshots.stream().mapToLong(SessionSnapshot::outcomes).sum();
        // Fewer than before: a printer was removed, and its outcomes with it.
        readings.removeIf(old -> old.outcomes() > total);
        while (readings.size() > 1 && readings.getFirst().at().plus(WINDOW).isBefore(clock)) {
            readings.removeFirst();
        }
        readings.addLast(new Reading(clock, total));
        Duration span = Duration.between(readings.getFirst().at(), clock);
        return span.compareTo(SHORTEST) < 0
                ? 0
                : (total - readings.getFirst().outcomes()) * MINUTE / span.toMillis();
    }
}
