package dev.linkscope.demo;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.engine.port.AgentFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one channel in the order of time: hello, subscribed and facts, then everything the
 * run has measured so far, then outcomes, signs of life and changed facts as they fall due. Not
 * thread-safe.
 */
final class FrameSource {
    private static final long HEARTBEAT = Duration.ofSeconds(5).toMillis();
    private static final long FACTS = Duration.ofSeconds(30).toMillis();

    /** A small python process on a Pi 4 with four probes: about 6 ms of processor time a second. */
    private static final double CPU_SHARE = 0.006;

    private static final long START_CPU_MILLIS = 420;
    private static final long RESIDENT_KIB = 11_800;

    private final AgentRun run;
    private final OutcomeStream outcomes;
    private final long openedMillis;
    private final Queue<AgentFrame> ready = new ArrayDeque<>();
    private List<Fact> facts;
    private long heartbeatMillis;
    private long factsMillis;

    FrameSource(AgentRun run, String subscription, long nowMillis) {
        this.run = run;
        this.outcomes = run.outcomes();
        this.openedMillis = nowMillis;
        this.heartbeatMillis = nowMillis + HEARTBEAT;
        this.factsMillis = nowMillis + FACTS;
        this.facts = FactSheet.at(run.pi(), nowMillis);
        ready.add(run.hello(nowMillis));
        ready.add(run.subscribed(subscription));
        facts.forEach(fact -> ready.add(new AgentFrame.FactSeen(fact)));
    }

    /** When the next frame may be due. */
    long nextMillis() {
        if (!ready.isEmpty()) {
            return openedMillis;
        }
        return Math.min(outcomes.nextMillis(), Math.min(heartbeatMillis, factsMillis));
    }

    /** The next frame due by that time, inclusive; null if there is none. */
    @Nullable AgentFrame poll(long untilMillis) {
        while (ready.isEmpty() && nextMillis() <= untilMillis) {
            advance(nextMillis());
        }
        return ready.poll();
    }

    /** Whether all that was asked for was measured and handed out. */
    boolean finished() {
        return ready.isEmpty() && outcomes.finished();
    }

    private void advance(long millis) {
        if (outcomes.nextMillis() <= millis) {
            ready.add(new AgentFrame.Observed(outcomes.take()));
        } else if (heartbeatMillis <= millis) {
            ready.add(heartbeat(heartbeatMillis));
            heartbeatMillis += HEARTBEAT;
        } else {
            readFacts(factsMillis);
            factsMillis += FACTS;
        }
    }

    private void readFacts(long millis) {
        List<Fact> now = FactSheet.at(run.pi(), millis);
        now.stream()
                .filter(fact -> !facts.contains(fact))
                .forEach(fact -> ready.add(new AgentFrame.FactSeen(fact)));
        facts = now;
    }

    private AgentFrame.Heartbeat heartbeat(long millis) {
        long cpu = START_CPU_MILLIS + (long) (CPU_SHARE * run.ranMillis(millis));
        return new AgentFrame.Heartbeat(
                outcomes.lastSequence(), run.clock(millis), cpu, RESIDENT_KIB);
    }
}
