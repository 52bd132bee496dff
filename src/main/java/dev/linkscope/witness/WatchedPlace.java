package dev.linkscope.witness;

import dev.linkscope.engine.port.Witness.Place;
import dev.linkscope.engine.port.Witness.Testimony;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place, when it is due, and what was seen of it. Guarded by the lock of its owner. */
final class WatchedPlace {
    private static final Duration KEPT = Duration.ofHours(24);

    private final Place kind;
    private final String name;
    private final Probe probe;
    private final Duration cadence;
    private final Duration deadline;
    private final SightingRing ring;
    private long due;
    private boolean busy;
    private boolean everOk;
    private @Nullable Attempt running;

    /**
     * A place that was not looked at yet.
     *
     * @param due first time, by {@link System#nanoTime}
     */
    WatchedPlace(
            Place kind, String name, Probe probe, Duration cadence, Duration deadline, long due) {
        this.kind = kind;
        this.name = name;
        this.probe = probe;
        this.cadence = cadence;
        this.deadline = deadline;
        this.due = due;
        ring = new SightingRing(Math.toIntExact(KEPT.dividedBy(cadence)));
    }

    /** How it is looked at. */
    Probe probe() {
        return probe;
    }

    /** How long a look may take. */
    Duration deadline() {
        return deadline;
    }

    /**
     * Whether a look is due now; the next one is a cadence later. Slots that passed unseen are left
     * out, and so is one whose predecessor has not ended.
     */
    boolean takeDue(long now) {
        if (now - due < 0) {
            return false;
        }
        long passed = (now - due) / cadence.toNanos() + 1;
        due += passed * cadence.toNanos();
        return !busy;
    }

    /** A look was handed to a worker. */
    void begin() {
        busy = true;
    }

    /** A worker is at it. */
    void run(Attempt attempt) {
        running = attempt;
    }

    /** The look has ended, whatever came of it. */
    void end() {
        running = null;
        busy = false;
    }

    /** Leaves the place alone for so long. */
    void rest(long now, Duration span) {
        due = Math.max(due, now + span.toNanos());
    }

    /** Cuts a look whose time is up, or any. */
    void cut(boolean any) {
        if (running != null && (any || running.isOver())) {
            running.close();
        }
    }

    /** What a look has seen. */
    void add(Instant at, @Nullable String failure) {
        ring.add(at, failure);
        everOk |= failure == null;
    }

    /** Whether it has something to tell: a router that never answered may be somebody else's. */
    boolean canTestify() {
        return kind != Place.ROUTER || everOk;
    }

    /** What was seen until now. */
    Testimony testimony(Instant now) {
        return new Testimony(kind, name, ring.since(now.minus(KEPT)));
    }

    /** Bytes of its memory. */
    long bytes() {
        return ring.bytes();
    }
}
