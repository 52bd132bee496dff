package dev.linkscope.store;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.engine.port.AgentFrame;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was said about one run since the program started: keeps what is known from being written
 * again, and remembers which outcomes had to be let go. Thread-safe.
 *
 * <p>While nothing can be written and the queue is full, outcomes are let go: the agent still holds
 * them. The run then counts as stored only up to the first of them, so that the next connection
 * asks for them again, and until the agent has sent the last of them again.
 */
final class RunBook {
    private final Set<PrinterId> printers = new HashSet<>();
    private final Set<AgentFrame.Schedule> schedules = new HashSet<>();
    private @Nullable ClockReading clock;
    private @Nullable Long safe;
    private long lastMissing;
    private boolean comingAgain;
    private long highest;
    private long seenCommitted;

    /** A run as it is on disk; null for a new one. */
    RunBook(History.@Nullable Extent extent) {
        seenCommitted = extent == null ? 0 : extent.safe();
        if (extent != null && extent.resumeAfter() != null) {
            safe = extent.resumeAfter();
            lastMissing = extent.last();
            highest = extent.last();
        }
    }

    /** Whether the printer is new to the run. */
    synchronized boolean isNew(PrinterId printer) {
        return printers.add(printer);
    }

    /** Whether the schedule is new to the run. */
    synchronized boolean isNew(AgentFrame.Schedule schedule) {
        return schedules.add(schedule);
    }

    /** Whether the reading says something that the last one did not. */
    synchronized boolean isNew(ClockReading reading) {
        if (clock != null && ClockMap.agree(clock, reading)) {
            return false;
        }
        if (clock == null || reading.bootMillis() >= clock.bootMillis()) {
            clock = reading;
        }
        return true;
    }

    /**
     * Outcomes were taken into the queue.
     *
     * @return whether nothing is missing any more that was missing before
     */
    synchronized boolean kept(long first, long last) {
        if (first <= highest) {
            comingAgain = true;
        }
        highest = Math.max(highest, last);
        if (safe != null && comingAgain && last >= lastMissing) {
            safe = null;
            return true;
        }
        return false;
    }

    /**
     * Outcomes had to be let go.
     *
     * @return whether {@link #safe()} changed
     */
    synchronized boolean letGo(long first, long last) {
        comingAgain = false;
        highest = Math.max(highest, last);
        lastMissing = Math.max(lastMissing, last);
        if (safe == null || first <= safe) {
            safe = first - 1;
            return true;
        }
        return false;
    }

    /** Outcomes up to a sequence are on disk. */
    synchronized void committed(long last) {
        seenCommitted = Math.max(seenCommitted, last);
    }

    /**
     * The last sequence up to which everything is on disk.
     *
     * @param extent how far the run is on disk; null if that cannot be read now
     */
    synchronized long committed(History.@Nullable Extent extent) {
        if (extent != null) {
            seenCommitted = extent.safe();
        }
        return safe == null ? seenCommitted : Math.min(safe, seenCommitted);
    }

    /** The last sequence before the first one that is missing; null if none is. */
    synchronized @Nullable Long safe() {
        return safe;
    }
}
