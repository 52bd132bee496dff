package dev.linkscope.engine;

import dev.linkscope.domain.probe.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Puts the outcomes of one probe into the order of their slots. Attempts overlap, so a slow one may
 * be reported after later ones; a slot that was not reported when its time is up was not measured.
 */
final class SlotOrder {
    /** Time for a frame to be made and delivered once its deadline has passed. */
    private static final long GRACE_MILLIS = 3_000;

    /**
     * Eleven days at 10 s. No honest agent skips more at once; a hostile one must not make this
     * loop for ever.
     */
    private static final long MOST_MISSING = 100_000;

    private final long firstMillis;
    private final long cadenceMillis;
    private final long patienceMillis;
    private final long limit;
    private final Consumer<Outcome> known;
    private final LongConsumer missing;
    private final Map<Long, Outcome> waiting = new HashMap<>();
    private long next;

    /**
     * An order of slots.
     *
     * @param firstMillis boot clock of slot 0
     * @param cadence time from slot to slot
     * @param deadline longest time that a slot may take
     * @param limit how many slots there are; 0 for no end
     * @param next the first slot that is wanted
     * @param known told of each reported slot, in order
     * @param missing told of the number of each slot that was not reported, in order
     */
    SlotOrder(
            long firstMillis,
            Duration cadence,
            Duration deadline,
            int limit,
            long next,
            Consumer<Outcome> known,
            LongConsumer missing) {
        this.firstMillis = firstMillis;
        this.cadenceMillis = cadence.toMillis();
        this.patienceMillis = deadline.toMillis() + GRACE_MILLIS;
        this.limit = limit == 0 ? Long.MAX_VALUE : limit;
        this.next = next;
        this.known = known;
        this.missing = missing;
    }

    /**
     * Takes an outcome; a second one for the same slot is ignored.
     *
     * @throws IllegalArgumentException if its slot cannot be
     */
    void add(Outcome outcome) {
        if (outcome.slot() < 0 || outcome.slot() >= limit || outcome.slot() > next + MOST_MISSING) {
            throw new IllegalArgumentException("slot " + outcome.slot() + " cannot be");
        }
        if (outcome.slot() >= next) {
            waiting.putIfAbsent(outcome.slot(), outcome);
        }
        advance(outcome.endMillis());
    }

    /**
     * Time has passed: slots that can no longer be reported are given up.
     *
     * @throws IllegalArgumentException if more time has passed than can be
     */
    void advance(long bootMillis) {
        if (bootMillis > firstMillis + (next + MOST_MISSING) * cadenceMillis) {
            throw new IllegalArgumentException("the boot clock cannot be " + bootMillis);
        }
        while (!waiting.isEmpty() || overdue(bootMillis)) {
            Outcome due = waiting.remove(next);
            if (due != null) {
                known.accept(due);
            } else if (overdue(bootMillis)) {
                missing.accept(next);
            } else {
                return;
            }
            next++;
        }
    }

    /** The run is over: passes on what waits and gives up what lies between. */
    void end() {
        while (!waiting.isEmpty()) {
            Outcome due = waiting.remove(next);
            if (due != null) {
                known.accept(due);
            } else {
                missing.accept(next);
            }
            next++;
        }
    }

    private boolean overdue(long bootMillis) {
        return next < limit && bootMillis > firstMillis + next * cadenceMillis + patienceMillis;
    }
}
