package dev.linkscope.agent;

import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Encodes what a client says to an agent, one line each, with its line feed. */
final class Commands {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Commands() {}

    static byte[] subscribe(AgentRequest request) {
        ObjectNode command = JSON.createObjectNode();
        command.put("t", "subscribe");
        command.put("id", request.subscription());
        command.put("instance", request.instance());
        command.put("lease", seconds(request.lease()));
        command.putNull("from");
        ArrayNode probes = command.putArray("probes");
        request.probes().forEach(probe -> describe(probe, probes.addObject()));
        return line(command);
    }

    static byte[] renew(String subscription) {
        return line(JSON.createObjectNode().put("t", "renew").put("id", subscription));
    }

    static byte[] stop(String subscription) {
        return line(JSON.createObjectNode().put("t", "stop").put("id", subscription));
    }

    private static void describe(ProbeSpec probe, ObjectNode to) {
        to.put("target", probe.target());
        to.put("probe", probe.kind().wireName());
        to.put("cadence", seconds(probe.cadence()));
        to.put("deadline", seconds(probe.deadline()));
        if (probe.url() != null) {
            to.put("url", probe.url().value());
        }
        if (probe.name() != null) {
            to.put("name", probe.name());
        }
        to.put("slots", probe.slots());
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }

    private static byte[] line(ObjectNode command) {
        byte[] json = JSON.writeValueAsBytes(command);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
