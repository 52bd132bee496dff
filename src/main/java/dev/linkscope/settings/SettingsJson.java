package dev.linkscope.settings;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.engine.port.SettingsStore.Settings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings as JSON and back. Members that this version does not know are kept. */
final class SettingsJson {
    /** The version written, and the newest that is read. */
    static final int VERSION = 1;

    private static final Set<String> THEMES = Set.of("system", "light", "dark");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SettingsJson() {}

    /** An empty document. */
    static ObjectNode empty() {
        return MAPPER.createObjectNode();
    }

    /** The document in a file's bytes. */
    static ObjectNode parse(byte[] bytes) throws BrokenSettingsException {
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode document) {
                return document;
            }
        } catch (JacksonException e) {
            // Its message may quote the file.
            throw new BrokenSettingsException("not JSON: " + e.getClass().getSimpleName());
        }
        throw new BrokenSettingsException("not a JSON object");
    }

    /** The version that a document claims. */
    static int version(ObjectNode document) throws BrokenSettingsException {
        JsonNode version = document.get("schemaVersion");
        if (version == null || !version.canConvertToInt() || version.intValue() < 1) {
            throw new BrokenSettingsException("no schemaVersion");
        }
        return version.intValue();
    }

    /** The settings in a document. */
    static Settings read(ObjectNode document) throws BrokenSettingsException {
        var printers = new ArrayList<Printer>();
        if (!(document.get("printers") instanceof ArrayNode list)) {
            throw new BrokenSettingsException("no printers");
        }
        for (JsonNode entry : list) {
            if (!(entry instanceof ObjectNode node)) {
                throw new BrokenSettingsException("printer " + printers.size());
            }
            printers.add(printer(node));
        }
        String theme = text(document, "theme");
        return new Settings(
                printers,
                THEMES.contains(theme) ? theme : "system",
                text(document, "instance"),
                manners(document.get("measuring")));
    }

    private static Manners manners(@Nullable JsonNode node) throws BrokenSettingsException {
        if (!(node instanceof ObjectNode measuring)) {
            return Manners.USUAL;
        }
        JsonNode rate = measuring.get("serverRequestsPerSecond");
        if (rate != null && !(rate.isNumber() && rate.doubleValue() > 0)) {
            throw new BrokenSettingsException("serverRequestsPerSecond");
        }
        return new Manners(
                rate == null ? Manners.USUAL.serverRequestsPerSecond() : rate.doubleValue(),
                flag(measuring, "internetReferences", true));
    }

    private static Printer printer(ObjectNode node) throws BrokenSettingsException {
        try {
            Duration cadence = Duration.parse(text(node, "cadence"));
            if (!cadence.isPositive()) {
                throw new BrokenSettingsException("cadence");
            }
            String snapshot = optionalText(node, "snapshot");
            String stream = optionalText(node, "stream");
            String octoprint = optionalText(node, "octoprint");
            return new Printer(
                    new PrinterId(UUID.fromString(text(node, "id"))),
                    text(node, "name"),
                    target(node.get("target")),
                    new TargetUrl(text(node, "server")),
                    snapshot == null ? null : new TargetUrl(snapshot),
                    stream == null ? null : new TargetUrl(stream),
                    flag(node, "streamAsked", false),
                    cadence,
                    flag(node, "measureWhileAway", true),
                    octoprint == null ? null : new TargetUrl(octoprint));
        } catch (IllegalArgumentException | DateTimeParseException _) {
            throw new BrokenSettingsException("id or cadence of a printer");
        }
    }

    private static Target target(@Nullable JsonNode node) throws BrokenSettingsException {
        if (!(node instanceof ObjectNode target)) {
            throw new BrokenSettingsException("target");
        }
        return switch (text(target, "type")) {
            case "ssh" ->
                    new Target.Ssh(
                            text(target, "host"),
                            port(target.get("port")),
                            optionalText(target, "user"),
                            optionalText(target, "identityFile"));
            case "octoprint" -> new Target.OctoPrint(new TargetUrl(text(target, "url")));
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

    /** Files of older versions lack it. */
    private static boolean flag(ObjectNode node, String member, boolean usual)
            throws BrokenSettingsException {
        JsonNode value = node.get(member);
        if (value == null || value.isNull()) {
            return usual;
        }
        if (!value.isBoolean()) {
            throw new BrokenSettingsException(member);
        }
        return value.booleanValue();
    }

    private static String text(ObjectNode node, String member) throws BrokenSettingsException {
        String text = optionalText(node, member);
        if (text == null || text.isBlank()) {
            throw new BrokenSettingsException(member);
        }
        return text;
    }

    private static @Nullable String optionalText(ObjectNode node, String member)
            throws BrokenSettingsException {
        JsonNode value = node.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new BrokenSettingsException(member);
        }
        return value.stringValue();
    }

    /**
     * The document with the settings put in.
     *
     * @param settings free of credentials and of simulated printers
     * @param before what was read; its unknown members are kept
     */
    static ObjectNode write(Settings settings, ObjectNode before) {
        ObjectNode document = before.deepCopy();
        document.put("schemaVersion", VERSION);
        document.put("instance", settings.instance());
        document.put("theme", settings.theme());
        ObjectNode measuring =
                document.get("measuring") instanceof ObjectNode node
                        ? node
                        : document.putObject("measuring");
        measuring.put("serverRequestsPerSecond", settings.manners().serverRequestsPerSecond());
        measuring.put("internetReferences", settings.manners().internetReferences());
        Map<String, ObjectNode> known = entries(before);
        ArrayNode list = document.putArray("printers");
        for (Printer printer : settings.printers()) {
            ObjectNode entry = known.getOrDefault(printer.id().toString(), empty()).deepCopy();
            list.add(entry);
            entry.put("id", printer.id().toString());
            entry.put("name", printer.name());
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
        return document;
    }

    private static Map<String, ObjectNode> entries(ObjectNode document) {
        var entries = new HashMap<String, ObjectNode>();
        if (document.get("printers") instanceof ArrayNode list) {
            for (JsonNode entry : list) {
                JsonNode id = entry.get("id");
                if (id != null && entry instanceof ObjectNode node) {
                    entries.put(id.asString(""), node);
                }
            }
        }
        return entries;
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
            case Target.Simulated _ ->
                    throw new IllegalArgumentException("simulated printers are never saved");
        }
    }

    /** The bytes of a document. */
    static byte[] bytes(ObjectNode document) {
        return MAPPER.writeValueAsBytes(document);
    }

    /** The settings as they may be saved. */
    static Settings savable(Settings settings) {
        List<Printer> printers =
                settings.printers().stream()
                        .filter(printer -> !(printer.target() instanceof Target.Simulated))
                        .map(Printer::withoutCredentials)
                        .toList();
        return settings.withPrinters(printers);
    }
}
