package dev.linkscope.demo;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.engine.port.AgentFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * All entries of a run in the order of time, numbered from 1: the facts at its beginning, then
 * outcomes and changed facts. Equal runs give equal entries. Not thread-safe.
 */
final class EntryStream {
    private static final long FACTS = Duration.ofSeconds(30).toMillis();

    private final AgentRun run;
    private final OutcomeStream outcomes;
    private final Queue<Fact> changed = new ArrayDeque<>();
    private List<Fact> facts;
    private long readMillis;
    private long sequence;

    EntryStream(AgentRun run, OutcomeStream outcomes, long originMillis) {
        this.run = run;
        this.outcomes = outcomes;
        this.readMillis = originMillis;
        this.facts = FactSheet.at(run.pi(), originMillis);
        changed.addAll(facts);
    }

    /** When the next entry may be there. */
    long nextMillis() {
        return changed.isEmpty() ? Math.min(outcomes.nextMillis(), readMillis + FACTS) : readMillis;
    }

    /** The next entry by that time, inclusive; null if there is none. */
    @Nullable AgentFrame poll(long untilMillis) {
        while (nextMillis() <= untilMillis) {
            if (changed.isEmpty() && outcomes.nextMillis() <= readMillis + FACTS) {
                sequence++;
                return new AgentFrame.Observed(outcomes.take(sequence));
            }
            Fact fact = changed.poll();
            if (fact != null) {
                sequence++;
                return new AgentFrame.FactSeen(fact, sequence, run.boot().clockAt(readMillis));
            }
            readAgain();
        }
        return null;
    }

    /** Number of the entry polled last; 0 before the first. */
    long lastSequence() {
        return sequence;
    }

    /** Whether all that was asked for was measured. */
    boolean finished() {
        return changed.isEmpty() && outcomes.finished();
    }

    private void readAgain() {
        readMillis += FACTS;
        List<Fact> now = FactSheet.at(run.pi(), readMillis);
        now.stream().filter(fact -> !facts.contains(fact)).forEach(changed::add);
        facts = now;
    }
}
