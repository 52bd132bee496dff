package dev.linkscope.agent;

import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.Position;
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
        Position from = request.from();
        if (from == null) {
            command.putNull("from");
        } else {
            command.putObject("from").put("run", from.runId()).put("seq", from.sequence());
        }
        ArrayNode probes = command.putArray("probes");
        request.probes().forEach(probe -> describe(probe, probes.addObject()));
        return line(command);
    }

    static byte[] renew() {
        return line(JSON.createObjectNode().put("t", "renew"));
    }

    static byte[] stop() {
        return line(JSON.createObjectNode().put("t", "stop"));
    }

    /** What is as usual is left out. */
    private static void describe(ProbeSpec probe, ObjectNode to) {
        to.put("target", probe.target());
        to.put("probe", probe.kind().wireName());
        to.put("cadence", seconds(probe.cadence()));
        to.put("deadline", seconds(probe.deadline()));
        to.put("slots", probe.slots());
        if (probe.url() != null) {
            to.put("url", probe.url().value());
        }
        if (probe.name() != null) {
            to.put("name", probe.name());
        }
        if (probe.auth() != null) {
            to.put("auth", probe.auth().wireName());
        }
        if (probe.every() != 1) {
            to.put("every", probe.every());
        }
        if (probe.on() != null) {
            to.put("on", probe.on());
        }
        if (!probe.resolvers().isEmpty()) {
            ArrayNode resolvers = to.putArray("resolvers");
            probe.resolvers().forEach(resolvers::add);
        }
        if (!probe.spread().isZero()) {
            to.put("spread", seconds(probe.spread()));
        }
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
