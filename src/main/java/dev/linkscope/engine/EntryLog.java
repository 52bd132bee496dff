package dev.linkscope.engine;

import dev.linkscope.engine.port.AgentFrame;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which entries of one run this side has taken, so that one that is sent again counts once, and
 * what the agent could no longer hold. Used by one thread.
 */
final class EntryLog {
    private static final Logger LOG = LoggerFactory.getLogger(EntryLog.class);

    /** Outcomes of both panes in two hours. */
    private static final int MOST_SCATTERED = 1_440;

    private final NavigableMap<Long, Known> lost = new TreeMap<>();

    /** Taken since the last gap: ranges are told behind what was kept of them, an hour at most. */
    private final NavigableSet<Long> scattered = new TreeSet<>();

    private long last;

    /**
     * A range that is lost.
     *
     * @param attempts how many of its entries
     */
    private record Known(AgentFrame.Lost range, long attempts) {}

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
        } else if (!scattered.contains(last)) {
            last = sequence;
            return true;
        }
        scattered.add(sequence);
        if (scattered.size() > MOST_SCATTERED) {
            scattered.pollFirst();
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
        return lost.values().stream().mapToLong(Known::attempts).sum();
    }

    /** How many of them had failed. */
    long lostFailures() {
        return lost.values().stream()
                .flatMap(known -> known.range().sums().stream())
                .mapToLong(AgentFrame.LostHour::failed)
                .sum();
    }

    /** After a restart of this program a range is told again, and may have grown. */
    private void add(AgentFrame.Lost range) {
        lost.subMap(range.fromSequence(), true, range.toSequence(), true)
                .values()
                .removeIf(known -> known.range().toSequence() <= range.toSequence());
        lost.put(range.fromSequence(), new Known(range, attempts(range)));
        scattered.headSet(range.fromSequence()).clear();
    }

    private long attempts(AgentFrame.Lost range) {
        if (range.sums().isEmpty()) {
            long came =
                    scattered.subSet(range.fromSequence(), true, range.toSequence(), true).size();
            return range.toSequence() - range.fromSequence() + 1 - came;
        }
        return range.sums().stream()
                .mapToLong(hour -> hour.ok() + hour.failed() + hour.skipped())
                .sum();
    }
}
