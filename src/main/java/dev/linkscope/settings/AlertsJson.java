package dev.linkscope.settings;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Alerts.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the user wants to be told, as JSON and back. */
final class AlertsJson {
    private AlertsJson() {}

    /** The alerts in an object; files of older versions have none. */
    static Alerts read(Reading from) {
        Alerts usual = Alerts.USUAL;
        Optional<QuietHours> quiet =
                from.of("quiet", Optional.empty(), AlertsJson::quiet, _ -> true);
        Optional<TargetUrl> webhook =
                from.of(
                        "webhook",
                        Optional.empty(),
                        node -> Optional.of(new TargetUrl(Members.text(node, "webhook"))),
                        _ -> true);
        return new Alerts(
                from.flag("desktop", usual.desktop()),
                quiet.orElse(null),
                webhook.orElse(null),
                from.texts("command", usual.command(), _ -> true),
                from.of("printers", usual.attention(), AlertsJson::attention, _ -> true));
    }

    private static Optional<QuietHours> quiet(ObjectNode alerts) throws BrokenSettingsException {
        if (!(alerts.get("quiet") instanceof ObjectNode hours)) {
            throw new BrokenSettingsException("quiet");
        }
        return Optional.of(
                new QuietHours(
                        LocalTime.parse(Members.text(hours, "from")),
                        LocalTime.parse(Members.text(hours, "to"))));
    }

    private static Map<PrinterId, Attention> attention(ObjectNode alerts)
            throws BrokenSettingsException {
        if (!(alerts.get("printers") instanceof ObjectNode printers)) {
            throw new BrokenSettingsException("printers");
        }
        var all = new HashMap<PrinterId, Attention>();
        for (Map.Entry<String, JsonNode> entry : printers.properties()) {
            if (!(entry.getValue() instanceof ObjectNode one)) {
                throw new BrokenSettingsException("printers");
            }
            String until = Members.optionalText(one, "mutedUntil");
            all.put(
                    new PrinterId(UUID.fromString(entry.getKey())),
                    new Attention(
                            Members.flag(one, "plannedOff", false),
                            until == null ? null : Instant.parse(until)));
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
