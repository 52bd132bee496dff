package dev.linkscope.engine;

import dev.linkscope.engine.port.AgentFrame;
import java.time.Instant;

/**
 * The agent of a session, as it reported itself.
 *
 * @param version its version
 * @param python the python that runs it
 * @param since when this computer first heard of its run
 * @param cpuMillis processor time used so far
 * @param memoryKib memory used, with a fair part of what is shared where that is known
 * @param sentBytes sent by its probes so far
 * @param receivedBytes received by its probes so far
 */
public record AgentInfo(
        String version,
        String python,
        Instant since,
        long cpuMillis,
        long memoryKib,
        long sentBytes,
        long receivedBytes) {
    /** The same agent a sign of life later. */
    AgentInfo after(AgentFrame.Heartbeat beat) {
        return new AgentInfo(
                version,
                python,
                since,
                beat.cpuMillis(),
                beat.proportionalKib() < 0 ? beat.residentKib() : beat.proportionalKib(),
                beat.sentBytes(),
                beat.receivedBytes());
    }
}
