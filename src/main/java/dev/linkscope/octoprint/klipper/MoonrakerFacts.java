package dev.linkscope.octoprint.klipper;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.CameraAddress;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.octoprint.reading.FactSheet;
import dev.linkscope.octoprint.reading.PowerFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What Moonraker's answers tell. Each method gives the same keys for whatever answer. */
public final class MoonrakerFacts {
    private static final double SECONDS_IN_HOUR = 3_600;
    private static final double KIB_IN_MB = 1e6 / 1_024;
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,30}");

    /** Units of Moonraker's list, and the fact of each. */
    private static final Map<String, String> SERVICES =
            Map.of(
                    "moonraker-obico", "service.moonraker_obico",
                    "klipper", "service.klipper",
                    "moonraker", "service.moonraker",
                    "crowsnest", "service.crowsnest");

    private MoonrakerFacts() {}

    /** Whether an answer to {@code GET /server/info} is one of Moonraker. */
    public static boolean isMoonraker(JsonNode answer) {
        return result(answer).path("klippy_state").isString();
    }

    /**
     * Whether something prints, of {@code GET /printer/objects/query?print_stats}: by the states of
     * Moonraker's documentation, "Printer Objects", print_stats.
     */
    public static PrintingNow.State printing(JsonNode answer) {
        JsonNode state = result(answer).path("status").path("print_stats").path("state");
        return switch (state.asString("")) {
            case "printing", "paused" -> PrintingNow.State.PRINTING;
            case "standby", "complete", "cancelled", "error" -> PrintingNow.State.IDLE;
            default -> PrintingNow.State.UNKNOWN;
        };
    }

    /** Of {@code GET /server/info}. */
    public static List<Fact> ofServerInfo(JsonNode answer) {
        return read(
                answer,
                (info, sheet) -> {
                    word("klipper.state", info.path("klippy_state"), sheet);
                    sheet.text("moonraker.version", info.path("moonraker_version"));
                    count("moonraker.failed_components", info.path("failed_components"), sheet);
                    count("moonraker.warnings", info.path("warnings"), sheet);
                });
    }

    /** Of {@code GET /server/webcams/list}: the first camera is the one that counts. */
    public static List<Fact> ofWebcams(JsonNode answer) {
        return read(
                answer,
                (list, sheet) -> {
                    JsonNode cameras = list.path("webcams");
                    count("webcam.count", cameras, sheet);
                    JsonNode first = cameras.path(0);
                    sheet.truth("webcam.enabled", first.path("enabled"));
                    form("webcam.snapshot.form", cameras, first.path("snapshot_url"), sheet);
                    form("webcam.stream.form", cameras, first.path("stream_url"), sheet);
                });
    }

    /** Of {@code GET /machine/proc_stats}. Where it cannot ask, there are no flags at all. */
    public static List<Fact> ofProcStats(JsonNode answer) {
        return read(
                answer,
                (stats, sheet) -> {
                    JsonNode bits = stats.path("throttled_state").path("bits");
                    boolean told = bits.isIntegralNumber() && bits.canConvertToLong();
                    PowerFacts.of(
                            told ? bits.longValue() : null, "Moonraker cannot ask vcgencmd", sheet);
                    sheet.positive("host.temperature", stats.path("cpu_temp"), 1, "C");
                    sheet.positive(
                            "host.uptime", stats.path("system_uptime"), SECONDS_IN_HOUR, "h");
                });
    }

    /** Of {@code GET /machine/system_info}. */
    public static List<Fact> ofSystemInfo(JsonNode answer) {
        return read(
                answer,
                (node, sheet) -> {
                    JsonNode info = node.path("system_info");
                    sheet.text("pi.model", info.path("cpu_info").path("model"));
                    sheet.positive("host.cpus", info.path("cpu_info").path("cpu_count"), 1, null);
                    sheet.positive(
                            "host.memory.total",
                            info.path("cpu_info").path("total_memory"),
                            KIB_IN_MB,
                            "MB");
                    sheet.text("os.name", info.path("distribution").path("name"));
                    JsonNode states = info.path("service_state");
                    for (Map.Entry<String, String> service : new TreeMap<>(SERVICES).entrySet()) {
                        JsonNode state = states.path(service.getKey()).path("active_state");
                        if (states.isObject() && state.isMissingNode()) {
                            sheet.absent(service.getValue());
                        } else {
                            word(service.getValue(), state, sheet);
                        }
                    }
                });
    }

    private static List<Fact> read(JsonNode answer, BiConsumer<JsonNode, FactSheet> reader) {
        var sheet = new FactSheet();
        reader.accept(result(answer), sheet);
        return sheet.facts();
    }

    static JsonNode result(JsonNode answer) {
        return answer.path("result");
    }

    private static void word(String key, JsonNode value, FactSheet sheet) {
        if (value.isString() && WORD.matcher(value.stringValue()).matches()) {
            sheet.known(key, value.stringValue());
        } else {
            sheet.notTold(key);
        }
    }

    private static void count(String key, JsonNode list, FactSheet sheet) {
        if (list.isArray()) {
            sheet.known(key, list.size(), null);
        } else {
            sheet.notTold(key);
        }
    }

    private static void form(String key, JsonNode cameras, JsonNode address, FactSheet sheet) {
        if (address.isString()) {
            sheet.known(key, CameraAddress.formOf(address.stringValue()).wireName());
        } else if (cameras.isArray() && cameras.isEmpty()) {
            sheet.absent(key);
        } else {
            sheet.notTold(key);
        }
    }
}
