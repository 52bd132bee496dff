package dev.linkscope.engine.port;

import java.time.Duration;
import java.util.List;

/**
 * What a client asks of an agent.
 *
 * @param subscription id of this client's subscription
 * @param instance which Linkscope asks; equal for all subscriptions of one installation
 * @param lease how long the agent goes on without hearing from the client
 * @param probes what to probe
 */
public record AgentRequest(
        String subscription, String instance, Duration lease, List<ProbeSpec> probes) {
    public AgentRequest {
        probes = List.copyOf(probes);
    }
}
