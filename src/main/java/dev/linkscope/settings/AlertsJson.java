package dev.linkscope.settings;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Alerts.QuietHours;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the user wants to be told, as JSON and back. */
final class AlertsJson {
    private AlertsJson() {}

    /** The alerts in a document; files of older versions have none. */
    static Alerts read(@Nullable JsonNode node) throws BrokenSettingsException {
        if (!(node instanceof ObjectNode alerts)) {
            return Alerts.USUAL;
        }
        try {
            String webhook = Members.optionalText(alerts, "webhook");
            return new Alerts(
                    Members.flag(alerts, "desktop", true),
                    quiet(alerts.get("quiet")),
                    webhook == null ? null : new TargetUrl(webhook),
                    Members.texts(alerts, "command"),
                    attention(alerts.get("printers")));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new BrokenSettingsException("alerts");
        }
    }

    private static @Nullable QuietHours quiet(@Nullable JsonNode node)
            throws BrokenSettingsException {
        return node instanceof ObjectNode hours
                ? new QuietHours(
                        LocalTime.parse(Members.text(hours, "from")),
                        LocalTime.parse(Members.text(hours, "to")))
                : null;
    }

    private static Map<PrinterId, Attention> attention(@Nullable JsonNode node)
            throws BrokenSettingsException {
        var all = new HashMap<PrinterId, Attention>();
        if (node instanceof ObjectNode printers) {
            for (Map.Entry<String, JsonNode> entry : printers.properties()) {
                if (!(entry.getValue() instanceof ObjectNode one)) {
                    throw new BrokenSettingsException("alerts");
                }
                String until = Members.optionalText(one, "mutedUntil");
                all.put(
                        new PrinterId(UUID.fromString(entry.getKey())),
                        new Attention(
                                Members.flag(one, "plannedOff", false),
                                until == null ? null : Instant.parse(until)));
            }
        }
        return all;
    }

    /** Puts alerts into their object. */
    static void put(ObjectNode node, Alerts alerts) {
        node.put("desktop", alerts.desktop());
        QuietHours quiet = alerts.quiet();
        if (quiet == null) {
            node.putNull("quiet");
        } else {
            node.putObject("quiet")
                    .put("from", quiet.from().toString())
                    .put("to", quiet.to().toString());
        }
        TargetUrl webhook = alerts.webhook();
        node.put("webhook", webhook == null ? null : webhook.origin());
        ArrayNode command = node.putArray("command");
        alerts.command().forEach(command::add);
        ObjectNode printers = node.putObject("printers");
        alerts.attention()
                .forEach((id, attention) -> {
                    if (!attention.equals(Attention.USUAL)) {
                        Instant until = attention.mutedUntil();
                        printers.putObject(id.toString())
                                .put("plannedOff", attention.plannedOff())
                                .put("mutedUntil", until == null ? null : until.toString());
                    }
                });
    }
}
