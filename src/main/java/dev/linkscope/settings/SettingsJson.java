package dev.linkscope.settings;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.Allowed;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.engine.port.SettingsStore.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * The settings in a document.
     *
     * @param unusable takes the names of values that cannot be used; the usual ones count instead
     * @throws BrokenSettingsException if printers or this installation's id cannot be read, which
     *     nothing usual can replace
     */
    static Settings read(ObjectNode document, List<String> unusable)
            throws BrokenSettingsException {
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
        Reading from = Reading.of(document, unusable);
        return new Settings(
                printers,
                from.text("theme", "system", THEMES::contains),
                Members.text(document, "instance"),
                manners(from.object("measuring")),
                AlertsJson.read(from.object("alerts")),
                farmLook(from.object("farm")),
                PreferencesJson.read(from.object("preferences")));
    }

    private static Manners manners(Reading from) {
        Manners usual = Manners.USUAL;
        return new Manners(
                from.number(
                        "serverRequestsPerSecond",
                        usual.serverRequestsPerSecond(),
                        Allowed::requests),
                from.flag("internetReferences", true),
                from.texts("references", usual.references(), Allowed::references),
                from.texts("resolvers", usual.resolvers(), Allowed::resolvers));
    }

    private static FarmLook farmLook(Reading from) {
        return new FarmLook(
                from.flag("cards", false),
                from.texts("columns", FarmLook.USUAL.columns(), _ -> true));
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
        texts(measuring.putArray("references"), settings.manners().references());
        texts(measuring.putArray("resolvers"), settings.manners().resolvers());
        AlertsJson.put(Members.object(document, "alerts"), settings.alerts());
        ObjectNode farm = Members.object(document, "farm");
        farm.put("cards", settings.farmLook().cards());
        texts(farm.putArray("columns"), settings.farmLook().columns());
        PreferencesJson.put(Members.object(document, "preferences"), settings.preferences());
        Map<String, ObjectNode> known = entries(before);
        ArrayNode list = document.putArray("printers");
        for (Printer printer : settings.printers()) {
            ObjectNode entry = known.getOrDefault(printer.id().toString(), empty()).deepCopy();
            list.add(entry);
            PrinterJson.put(entry, printer);
        }
        return document;
    }

    private static void texts(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
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
