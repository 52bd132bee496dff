package dev.linkscope.settings;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.engine.port.SettingsStore.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            printers.add(PrinterJson.read(node));
        }
        String theme = Members.text(document, "theme");
        return new Settings(
                printers,
                THEMES.contains(theme) ? theme : "system",
                Members.text(document, "instance"),
                manners(document.get("measuring")),
                AlertsJson.read(document.get("alerts")),
                farmLook(document.get("farm")),
                Preferences.USUAL);
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
                Members.flag(measuring, "internetReferences", true));
    }

    private static FarmLook farmLook(@Nullable JsonNode node) throws BrokenSettingsException {
        if (!(node instanceof ObjectNode farm)) {
            return FarmLook.USUAL;
        }
        return new FarmLook(Members.flag(farm, "cards", false), Members.texts(farm, "columns"));
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
        ObjectNode measuring = Members.object(document, "measuring");
        measuring.put("serverRequestsPerSecond", settings.manners().serverRequestsPerSecond());
        measuring.put("internetReferences", settings.manners().internetReferences());
        AlertsJson.put(Members.object(document, "alerts"), settings.alerts());
        ObjectNode farm = Members.object(document, "farm");
        farm.put("cards", settings.farmLook().cards());
        ArrayNode columns = farm.putArray("columns");
        settings.farmLook().columns().forEach(columns::add);
        Map<String, ObjectNode> known = entries(before);
        ArrayNode list = document.putArray("printers");
        for (Printer printer : settings.printers()) {
            ObjectNode entry = known.getOrDefault(printer.id().toString(), empty()).deepCopy();
            list.add(entry);
            PrinterJson.put(entry, printer);
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
