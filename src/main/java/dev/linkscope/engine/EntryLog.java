package dev.linkscope.engine;

import dev.linkscope.engine.port.AgentFrame;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which entries of one run this side has taken, so that one that is sent again counts once, and
 * what the agent could no longer hold. Used by one thread.
 */
final class EntryLog {
    private static final Logger LOG = LoggerFactory.getLogger(EntryLog.class);

    private final NavigableMap<Long, AgentFrame.Lost> lost = new TreeMap<>();
    private long last;

    /**
     * The log of a run.
     *
     * @param last the newest entry that was taken before; 0 for none
     * @param lost what is known to be lost
     */
    EntryLog(long last, List<AgentFrame.Lost> lost) {
        this.last = last;
        lost.forEach(this::add);
    }

    /** The newest entry taken or known to be lost. */
    long last() {
        return last;
    }

    /** Takes an entry; false if it was taken before. */
    boolean take(long sequence) {
        if (sequence <= last) {
            return false;
        }
        if (sequence > last + 1) {
            // It tells of what is lost behind what it kept of it.
            LOG.debug("The agent went from entry {} to {}", last, sequence);
        }
        last = sequence;
        return true;
    }

    /** Entries are lost; false if that is known. */
    boolean lose(AgentFrame.Lost entries) {
        if (entries.toSequence() <= last) {
            return false;
        }
        add(entries);
        last = entries.toSequence();
        return true;
    }

    /** Attempts that are lost; entries where the agent did not say what they were. */
    long lostAttempts() {
        long sum = 0;
        for (AgentFrame.Lost range : lost.values()) {
            sum +=
                    range.sums().isEmpty()
                            ? range.toSequence() - range.fromSequence() + 1
                            : range.sums().stream()
                                    .mapToLong(hour -> hour.ok() + hour.failed() + hour.skipped())
                                    .sum();
        }
        return sum;
    }

    /** How many of them had failed. */
    long lostFailures() {
        return lost.values().stream()
                .flatMap(range -> range.sums().stream())
                .mapToLong(AgentFrame.LostHour::failed)
                .sum();
    }

    /** After a restart of this program a range is told again, and may have grown. */
    private void add(AgentFrame.Lost range) {
        lost.subMap(range.fromSequence(), true, range.toSequence(), true)
                .values()
                .removeIf(known -> known.toSequence() <= range.toSequence());
        lost.put(range.fromSequence(), range);
    }
}
