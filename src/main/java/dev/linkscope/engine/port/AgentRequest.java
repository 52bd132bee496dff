package dev.linkscope.engine.port;

import dev.linkscope.domain.probe.ProbeKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of an agent.
 *
 * @param subscription id of this client's subscription
 * @param instance which Linkscope asks; equal for all subscriptions of one installation
 * @param lease how long the agent goes on without hearing from the client
 * @param from what the client holds already; null for nothing
 * @param probes what to probe
 */
public record AgentRequest(
        String subscription,
        String instance,
        Duration lease,
        @Nullable Position from,
        List<ProbeSpec> probes) {
    public AgentRequest {
        probes = List.copyOf(probes);
    }

    /** The same request of an agent that can only run probes of these wire names. */
    public AgentRequest within(Set<String> capabilities) {
        return new AgentRequest(
                subscription,
                instance,
                lease,
                from,
                probes.stream().filter(probe -> knows(capabilities, probe.kind())).toList());
    }

    /** Kinds that are asked for and that an agent with these capabilities does not know. */
    public List<ProbeKind> beyond(Set<String> capabilities) {
        return probes.stream()
                .map(ProbeSpec::kind)
                .filter(kind -> !knows(capabilities, kind))
                .distinct()
                .toList();
    }

    private static boolean knows(Set<String> capabilities, ProbeKind kind) {
        return capabilities.contains(kind.wireName());
    }
}
