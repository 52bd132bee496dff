package dev.linkscope.settings;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A printer as JSON and back. */
final class PrinterJson {
    private PrinterJson() {}

    /** The printer in an entry. */
    static Printer read(ObjectNode node) throws BrokenSettingsException {
        try {
            Duration cadence = Duration.parse(Members.text(node, "cadence"));
            if (!cadence.isPositive()) {
                throw new BrokenSettingsException("cadence");
            }
            String snapshot = Members.optionalText(node, "snapshot");
            String stream = Members.optionalText(node, "stream");
            String octoprint = Members.optionalText(node, "octoprint");
            return new Printer(
                    new PrinterId(UUID.fromString(Members.text(node, "id"))),
                    Members.text(node, "name"),
                    new Labels(Members.optionalText(node, "group"), Members.texts(node, "tags")),
                    target(node.get("target")),
                    new TargetUrl(Members.text(node, "server")),
                    snapshot == null ? null : new TargetUrl(snapshot),
                    stream == null ? null : new TargetUrl(stream),
                    Members.flag(node, "streamAsked", false),
                    cadence,
                    Members.flag(node, "measureWhileAway", true),
                    octoprint == null ? null : new TargetUrl(octoprint));
        } catch (IllegalArgumentException | DateTimeParseException _) {
            throw new BrokenSettingsException("id or cadence of a printer");
        }
    }

    private static Target target(@Nullable JsonNode node) throws BrokenSettingsException {
        if (!(node instanceof ObjectNode target)) {
            throw new BrokenSettingsException("target");
        }
        return switch (Members.text(target, "type")) {
            case "ssh" ->
                    new Target.Ssh(
                            Members.text(target, "host"),
                            port(target.get("port")),
                            Members.optionalText(target, "user"),
                            Members.optionalText(target, "identityFile"));
            case "octoprint" -> new Target.OctoPrint(new TargetUrl(Members.text(target, "url")));
            case "local" -> new Target.Local();
            default -> throw new BrokenSettingsException("type of a target");
        };
    }

    private static @Nullable Integer port(@Nullable JsonNode node) throws BrokenSettingsException {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.canConvertToInt() || node.intValue() < 1 || node.intValue() > 65_535) {
            throw new BrokenSettingsException("port");
        }
        return node.intValue();
    }

    /** Puts a printer into an entry; members that this version does not know stay. */
    static void put(ObjectNode entry, Printer printer) {
        entry.put("id", printer.id().toString());
        entry.put("name", printer.name());
        entry.put("group", printer.labels().group());
        ArrayNode tags = entry.putArray("tags");
        printer.labels().tags().forEach(tags::add);
        putTarget(entry, printer.target());
        entry.put("server", printer.server().value());
        TargetUrl snapshot = printer.snapshot();
        entry.put("snapshot", snapshot == null ? null : snapshot.value());
        TargetUrl stream = printer.stream();
        entry.put("stream", stream == null ? null : stream.value());
        entry.put("streamAsked", printer.streamAsked());
        entry.put("cadence", printer.cadence().toString());
        entry.put("measureWhileAway", printer.measureWhileAway());
        TargetUrl octoprint = printer.octoprint();
        entry.put("octoprint", octoprint == null ? null : octoprint.value());
    }

    private static void putTarget(ObjectNode entry, Target target) {
        ObjectNode node = entry.putObject("target");
        switch (target) {
            case Target.Ssh ssh -> {
                node.put("type", "ssh");
                node.put("host", ssh.host());
                node.put("port", ssh.port());
                node.put("user", ssh.user());
                node.put("identityFile", ssh.identityFile());
            }
            case Target.OctoPrint(TargetUrl url) -> {
                node.put("type", "octoprint");
                node.put("url", url.value());
            }
            case Target.Local _ -> node.put("type", "local");
            case Target.Simulated _, Target.Recorded _ ->
                    throw new IllegalArgumentException(
                            "simulated and recorded printers are never saved");
        }
    }
}
