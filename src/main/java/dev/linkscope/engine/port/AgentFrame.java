package dev.linkscope.engine.port;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One message of an agent, decoded. */
public sealed interface AgentFrame {

    /**
     * The first frame of every channel.
     *
     * @param protocol version of the protocol that the agent speaks
     * @param agentVersion version of the agent
     * @param runId new for every start of an agent; half of an outcome's key
     * @param bootId changes when the Pi restarts
     * @param machine salted hash of the machine id, or empty if it has none
     * @param clock both clocks
     * @param firstSequence oldest outcome still held
     * @param nextSequence sequence of the next outcome
     * @param python version of python that runs it
     * @param capabilities wire names of the probes it can run
     */
    record Hello(
            int protocol,
            String agentVersion,
            String runId,
            String bootId,
            String machine,
            ClockReading clock,
            long firstSequence,
            long nextSequence,
            String python,
            Set<String> capabilities)
            implements AgentFrame {
        public Hello {
            capabilities = Set.copyOf(capabilities);
        }
    }

    /**
     * The agent took a subscription; says where each probe's slots lie.
     *
     * @param subscription id of the subscription
     * @param probes one for each probe asked for
     */
    record Subscribed(String subscription, List<Schedule> probes) implements AgentFrame {
        public Subscribed {
            probes = List.copyOf(probes);
        }
    }

    /**
     * Where the slots of one probe lie: slot n is due at {@code firstMillis + n · cadence} of the
     * boot clock.
     *
     * @param target id of the probe
     * @param kind what it checks
     * @param firstMillis boot clock of slot 0
     * @param cadence time from slot to slot
     */
    record Schedule(String target, ProbeKind kind, long firstMillis, Duration cadence) {}

    /** What came of one slot. */
    record Observed(Outcome outcome) implements AgentFrame {}

    /** Something read about the Pi. */
    record FactSeen(Fact fact) implements AgentFrame {}

    /**
     * Sign of life, every 5 s.
     *
     * @param lastSequence sequence of the newest outcome, 0 before the first
     * @param clock both clocks
     * @param cpuMillis processor time that the agent used since its start
     * @param residentKib its resident memory
     */
    record Heartbeat(long lastSequence, ClockReading clock, long cpuMillis, long residentKib)
            implements AgentFrame {}

    /**
     * Outcomes that the agent no longer holds.
     *
     * @param fromSequence first one lost
     * @param toSequence last one lost
     */
    record Lost(long fromSequence, long toSequence) implements AgentFrame {}

    /**
     * The agent could not do what was asked.
     *
     * @param code stable name
     * @param message plain text for the log and the user
     */
    record Refused(String code, String message) implements AgentFrame {}

    /**
     * The last frame: the agent ends this channel.
     *
     * @param reason {@code stopped}, {@code finished}, {@code lease} or {@code replaced}
     */
    record Bye(String reason) implements AgentFrame {}

    /**
     * A line that was not understood and was skipped; the channel goes on.
     *
     * @param reason what was wrong with it; free of its content
     */
    record Unreadable(String reason) implements AgentFrame {}
}
