package dev.linkscope.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Members of a JSON object, each of the kind that it has to be. */
final class Members {
    private Members() {}

    /** Files of older versions lack it. */
    static boolean flag(ObjectNode node, String member, boolean usual)
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

    /** A finite number. */
    static double number(ObjectNode node, String member) throws BrokenSettingsException {
        JsonNode value = node.get(member);
        if (value == null || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new BrokenSettingsException(member);
        }
        return value.doubleValue();
    }

    static String text(ObjectNode node, String member) throws BrokenSettingsException {
        String text = optionalText(node, member);
        if (text == null || text.isBlank()) {
            throw new BrokenSettingsException(member);
        }
        return text;
    }

    static @Nullable String optionalText(ObjectNode node, String member)
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

    /** Texts of a list; empty where files of older versions lack it. */
    static List<String> texts(ObjectNode node, String member) throws BrokenSettingsException {
        JsonNode value = node.get(member);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!(value instanceof ArrayNode list)) {
            throw new BrokenSettingsException(member);
        }
        var texts = new ArrayList<String>();
        for (JsonNode entry : list) {
            if (!entry.isString()) {
                throw new BrokenSettingsException(member);
            }
            texts.add(entry.stringValue());
        }
        return texts;
    }

    /** The object that a document has under a name, made if there is none. */
    static ObjectNode object(ObjectNode document, String member) {
        return document.get(member) instanceof ObjectNode known
                ? known
                : document.putObject(member);
    }
}
