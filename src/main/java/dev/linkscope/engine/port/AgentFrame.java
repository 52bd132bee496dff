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
     * @param protocol version of the protocol that the agent speaks; of another one than ours only
     *     this and the agent's version are known
     * @param agentVersion version of the agent
     * @param processId new at each start of an agent
     * @param detached whether the agent outlives this channel
     * @param bootId changes when the Pi restarts; empty if it has none
     * @param machine salted hash of the machine id, or empty if it has none
     * @param clock both clocks
     * @param python version of python that runs it
     * @param capabilities wire names of the probes it can run
     */
    record Hello(
            int protocol,
            String agentVersion,
            String processId,
            boolean detached,
            String bootId,
            String machine,
            ClockReading clock,
            String python,
            Set<String> capabilities)
            implements AgentFrame {
        public Hello {
            capabilities = Set.copyOf(capabilities);
        }
    }

    /**
     * The agent took a subscription or goes on with it; says where each probe's slots lie.
     *
     * @param subscription id of the subscription
     * @param runId new for every new subscription; half of an outcome's key
     * @param firstSequence oldest entry still held
     * @param nextSequence sequence of the next entry
     * @param probes one for each probe asked for
     */
    record Subscribed(
            String subscription,
            String runId,
            long firstSequence,
            long nextSequence,
            List<Schedule> probes)
            implements AgentFrame {
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

    /**
     * Something read about the Pi, or its change.
     *
     * @param fact the reading
     * @param sequence number of this entry within the run
     * @param atMillis boot clock when it was read
     */
    record FactSeen(Fact fact, long sequence, long atMillis) implements AgentFrame {}

    /**
     * Sign of life, every 5 s.
     *
     * @param lastSequence sequence of the newest entry, 0 before the first
     * @param clock both clocks
     * @param cpuMillis processor time that the agent used since its start, children included
     * @param residentKib its resident memory
     * @param proportionalKib its memory with a fair part of what it shares; -1 if not known
     * @param sentBytes sent by all its probes so far
     * @param receivedBytes received by all its probes so far
     */
    record Heartbeat(
            long lastSequence,
            ClockReading clock,
            long cpuMillis,
            long residentKib,
            long proportionalKib,
            long sentBytes,
            long receivedBytes)
            implements AgentFrame {}

    /**
     * Entries that the agent no longer holds.
     *
     * @param fromSequence first one lost
     * @param toSequence last one lost
     * @param sums of the outcomes among them
     */
    record Lost(long fromSequence, long toSequence, List<LostHour> sums) implements AgentFrame {
        public Lost {
            sums = List.copyOf(sums);
        }
    }

    /**
     * What became of the lost outcomes of one probe in one hour.
     *
     * @param target id of the probe
     * @param hour hour of the boot clock
     * @param ok attempts that succeeded
     * @param failed attempts that failed
     * @param skipped slots without attempt
     */
    record LostHour(String target, long hour, long ok, long failed, long skipped) {}

    /**
     * Made on this side: the agent does not know these kinds, so they were not asked for.
     *
     * @param kinds what was left out
     */
    record LeftOut(List<ProbeKind> kinds) implements AgentFrame {
        public LeftOut {
            kinds = List.copyOf(kinds);
        }
    }

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
     * @param reason {@code stopped}, {@code finished}, {@code lease}; {@code replaced} by a newer
     *     agent; {@code taken_over} by another channel with the same subscription
     */
    record Bye(String reason) implements AgentFrame {}

    /**
     * A line that was not understood and was skipped; the channel goes on.
     *
     * @param reason what was wrong with it; free of its content
     */
    record Unreadable(String reason) implements AgentFrame {}
}
