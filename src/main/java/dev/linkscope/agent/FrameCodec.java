package dev.linkscope.agent;

import dev.linkscope.agent.Fields.BadFrame;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.port.AgentFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decodes the agent's lines: one JSON object each, its type in {@code t}. Types, probes and members
 * that this version does not know are passed over. Thread-safe.
 */
final class FrameCodec {
    private static final int PROBES_LIMIT = 256;

    /** Seven days of forty probes. */
    private static final int SUMS_LIMIT = 7 * 24 * 40;

    private static final List<String> LOST_HOUR =
            List.of("target", "hour", "ok", "failed", "skipped");

    private final ObjectReader reader = JsonMapper.shared().readerFor(JsonNode.class);

    /**
     * One line without its line feed.
     *
     * @return empty for a frame that is not for this version; {@link AgentFrame.Unreadable} for
     *     what is no frame
     */
    Optional<AgentFrame> decode(byte[] line) {
        try {
            JsonNode frame = reader.readValue(line);
            if (frame == null || !frame.isObject()) {
                return Optional.of(new AgentFrame.Unreadable("no object"));
            }
            return Optional.ofNullable(frame(new Fields(frame)));
        } catch (JacksonException e) {
            return Optional.of(new AgentFrame.Unreadable("no JSON"));
        } catch (BadFrame e) {
            return Optional.of(new AgentFrame.Unreadable(String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable AgentFrame frame(Fields fields) throws BadFrame {
        return switch (fields.text("t")) {
            case "o" -> outcome(fields);
            case "hb" ->
                    new AgentFrame.Heartbeat(
                            fields.whole("last"),
                            fields.clock("clock"),
                            fields.whole("cpu"),
                            fields.whole("rss"),
                            fields.wholeOr("pss", -1),
                            fields.wholeOr("tx", 0),
                            fields.wholeOr("rx", 0));
            case "fact" ->
                    new AgentFrame.FactSeen(fact(fields), fields.whole("q"), fields.millis("at"));
            case "hello" -> hello(fields);
            case "subscribed" -> subscribed(fields);
            case "lost" -> lost(fields);
            case "refused" -> new AgentFrame.Refused(fields.text("code"), fields.text("message"));
            case "bye" -> new AgentFrame.Bye(fields.text("reason"));
            default -> null;
        };
    }

    private static @Nullable AgentFrame outcome(Fields fields) throws BadFrame {
        Optional<ProbeKind> kind = ProbeKind.ofWireName(fields.text("p"));
        if (kind.isEmpty()) {
            return null;
        }
        SlotState state = state(fields.text("r"));
        String phase = fields.textOrNull("ph");
        long start = fields.millis("s");
        return new AgentFrame.Observed(
                new Outcome(
                        fields.whole("q"),
                        fields.text("i"),
                        kind.get(),
                        fields.whole("n"),
                        start,
                        Math.max(start, fields.millis("e")),
                        state,
                        state == SlotState.FAILED && phase != null
                                ? Phase.ofWireName(phase).orElse(null)
                                : null,
                        state == SlotState.OK ? null : fields.textOrNull("c"),
                        timings(fields.member("us")),
                        fields.texts("d")));
    }

    private static SlotState state(String result) throws BadFrame {
        return switch (result) {
            case "ok" -> SlotState.OK;
            case "failed" -> SlotState.FAILED;
            case "skipped" -> SlotState.NOT_MEASURED;
            default -> throw new BadFrame("unknown result r");
        };
    }

    private static Timings timings(JsonNode us) {
        return new Timings(
                micros(us, 0),
                micros(us, 1),
                micros(us, 2),
                micros(us, 3),
                micros(us, 4),
                micros(us, 5));
    }

    private static int micros(JsonNode us, int index) {
        JsonNode value = us.path(index);
        boolean usable = value.canConvertToInt() && value.intValue() >= 0;
        return usable ? value.intValue() : Timings.ABSENT;
    }

    private static Fact fact(Fields fields) throws BadFrame {
        FactStatus status =
                switch (fields.text("st")) {
                    case "known" -> FactStatus.KNOWN;
                    case "absent" -> FactStatus.ABSENT;
                    case "not_checked" -> FactStatus.NOT_CHECKED;
                    default -> throw new BadFrame("unknown status st");
                };
        String key = fields.text("k");
        String reason = fields.textOrNull("why");
        return switch (status) {
            case KNOWN -> Fact.known(key, fields.text("v"), fields.textOrNull("u"));
            case ABSENT -> Fact.absent(key);
            case NOT_CHECKED -> Fact.notChecked(key, reason == null ? "" : reason);
        };
    }

    private static AgentFrame hello(Fields fields) throws BadFrame {
        int protocol = (int) Math.min(fields.whole("protocol"), Integer.MAX_VALUE);
        if (protocol != Handshake.PROTOCOL) {
            // Whatever else another protocol says means something there alone.
            return new AgentFrame.Hello(
                    protocol,
                    String.valueOf(fields.textOrNull("agent")),
                    "",
                    false,
                    "",
                    "",
                    new ClockReading(0, Instant.EPOCH),
                    "",
                    Set.of());
        }
        Set<String> capabilities = new HashSet<>();
        for (JsonNode capability : fields.member("capabilities")) {
            if (capability.isString() && capabilities.size() < PROBES_LIMIT) {
                capabilities.add(capability.stringValue());
            }
        }
        return new AgentFrame.Hello(
                protocol,
                fields.text("agent"),
                fields.id("process"),
                fields.member("detached").asBoolean(false),
                fields.text("boot"),
                fields.text("machine"),
                fields.clock("clock"),
                fields.text("python"),
                capabilities);
    }

    private static AgentFrame subscribed(Fields fields) throws BadFrame {
        List<AgentFrame.Schedule> schedules = new ArrayList<>();
        for (JsonNode probe : fields.member("probes")) {
            Fields one = new Fields(probe);
            Optional<ProbeKind> kind = ProbeKind.ofWireName(one.text("probe"));
            if (kind.isPresent() && schedules.size() < PROBES_LIMIT) {
                schedules.add(
                        new AgentFrame.Schedule(
                                one.text("target"),
                                kind.get(),
                                one.millis("first"),
                                one.duration("cadence")));
            }
        }
        return new AgentFrame.Subscribed(
                fields.text("id"),
                fields.id("run"),
                fields.whole("base"),
                fields.whole("next"),
                schedules);
    }

    private static AgentFrame lost(Fields fields) throws BadFrame {
        long from = fields.whole("from");
        long to = fields.whole("to");
        if (to < from) {
            throw new BadFrame("range out of order to");
        }
        List<AgentFrame.LostHour> sums = new ArrayList<>();
        for (JsonNode sum : fields.member("sums")) {
            if (sums.size() < SUMS_LIMIT) {
                Fields one = Fields.ofRow(sum, LOST_HOUR);
                sums.add(
                        new AgentFrame.LostHour(
                                one.text("target"),
                                one.whole("hour"),
                                one.whole("ok"),
                                one.whole("failed"),
                                one.whole("skipped")));
            }
        }
        return new AgentFrame.Lost(from, to, sums);
    }
}
