package dev.linkscope.demo;

import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one channel in the order of time: hello and subscribed, then every entry of the run
 * that the client does not hold yet, then further ones and signs of life as they fall due. Not
 * thread-safe.
 */
final class FrameSource {
    private static final long HEARTBEAT = Duration.ofSeconds(5).toMillis();

    /** A small python process on a Pi 4 with four probes: about 6 ms of processor time a second. */
    private static final double CPU_SHARE = 0.006;

    private static final long START_CPU_MILLIS = 420;
    private static final long RESIDENT_KIB = 17_400;
    private static final long PROPORTIONAL_KIB = 9_300;

    /** Some 10 MB a day out and 50 MB in. */
    private static final double SENT_PER_MILLI = 0.12;

    private static final double RECEIVED_PER_MILLI = 0.6;

    private final AgentRun run;
    private final EntryStream entries;
    private final long openedMillis;
    private final long held;
    private final Queue<AgentFrame> greeting = new ArrayDeque<>();
    private long heartbeatMillis;

    FrameSource(AgentRun run, AgentRequest request, long nowMillis) {
        this.run = run;
        this.entries = run.entries();
        this.openedMillis = nowMillis;
        this.heartbeatMillis = nowMillis + HEARTBEAT;
        Position from = request.from();
        this.held = from != null && from.runId().equals(run.id()) ? from.sequence() : 0;
        greeting.add(run.hello(nowMillis));
        greeting.add(run.subscribed(request.subscription(), nowMillis));
    }

    /** When the next frame may be due. */
    long nextMillis() {
        return greeting.isEmpty() ? Math.min(entries.nextMillis(), heartbeatMillis) : openedMillis;
    }

    /** The next frame due by that time, inclusive; null if there is none. */
    @Nullable AgentFrame poll(long untilMillis) {
        AgentFrame first = greeting.poll();
        if (first != null) {
            return first;
        }
        long before = Math.min(untilMillis, heartbeatMillis);
        AgentFrame entry = entries.poll(before);
        while (entry != null && entries.lastSequence() <= held) {
            entry = entries.poll(before);
        }
        if (entry == null && heartbeatMillis <= untilMillis) {
            entry = heartbeat(heartbeatMillis);
            heartbeatMillis += HEARTBEAT;
        }
        return entry;
    }

    /** Whether all that was asked for was measured and handed out. */
    boolean finished() {
        return greeting.isEmpty() && entries.finished();
    }

    private AgentFrame.Heartbeat heartbeat(long millis) {
        long ran = run.ranMillis(millis);
        return new AgentFrame.Heartbeat(
                entries.lastSequence(),
                run.clock(millis),
                START_CPU_MILLIS + (long) (CPU_SHARE * ran),
                RESIDENT_KIB,
                PROPORTIONAL_KIB,
                (long) (SENT_PER_MILLI * ran),
                (long) (RECEIVED_PER_MILLI * ran));
    }
}
