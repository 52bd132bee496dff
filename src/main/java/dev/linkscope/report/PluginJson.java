package dev.linkscope.report;

import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.plugin.PluginReport.Counters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the plugin's own report, and reads it again. */
final class PluginJson {
    private PluginJson() {}

    static JsonNode write(@Nullable PluginReport report) {
        if (report == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        JsonValues.put(node, "readAt", report.readAt());
        node.set("server", write(report.server()));
        node.set("webcam", write(report.webcam()));
        node.put("connected", report.connected());
        node.put("linked", report.linked());
        JsonValues.put(node, "statusQueuedAt", report.statusQueuedAt());
        node.put("oldPluginRunning", report.oldPluginRunning());
        node.put("streams", report.streams());
        ArrayNode alerts = node.putArray("alerts");
        report.alerts().forEach(alerts::add);
        return node;
    }

    private static JsonNode write(@Nullable Counters counters) {
        if (counters == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("attempts", counters.attempts());
        node.put("errors", counters.errors());
        JsonValues.put(node, "firstError", counters.first());
        JsonValues.put(node, "lastError", counters.last());
        return node;
    }

    static @Nullable PluginReport read(@Nullable Fields node) {
        return node == null
                ? null
                : new PluginReport(
                        node.time("readAt"),
                        counters(node.objectOrNull("server")),
                        counters(node.objectOrNull("webcam")),
                        node.flagOrNull("connected"),
                        node.flag("linked"),
                        node.timeOrNull("statusQueuedAt"),
                        node.flag("oldPluginRunning"),
                        node.flagOrNull("streams"),
                        node.texts("alerts"));
    }

    private static @Nullable Counters counters(@Nullable Fields node) {
        return node == null
                ? null
                : new Counters(
                        node.count("attempts"),
                        node.count("errors"),
                        node.timeOrNull("firstError"),
                        node.timeOrNull("lastError"));
    }
}
