package dev.linkscope.report;

import dev.linkscope.support.OneLine;
import dev.linkscope.support.WireName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of a report as it is read. Keys that nobody asks for are ignored; one that is missing
 * or of the wrong kind ends the reading with its place.
 *
 * @param node the object
 * @param place where it is, such as {@code printers[0].server}
 */
record Fields(JsonNode node, String place) {
    /** Longest text for people, in UTF-16 units: a file as it was before a change. */
    private static final int LONGEST_TEXT = 1 << 18;

    /** Something in a report is not as the contract says. */
    static final class WrongFieldException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongFieldException(String place) {
            super(place);
        }
    }

    Fields object(String name) {
        Fields found = objectOrNull(name);
        if (found == null) {
            throw wrong(name);
        }
        return found;
    }

    @Nullable Fields objectOrNull(String name) {
        JsonNode found = get(name);
        if (found == null) {
            return null;
        }
        if (!found.isObject()) {
            throw wrong(name);
        }
        return new Fields(found, at(name));
    }

    List<Fields> list(String name) {
        List<Fields> list = new ArrayList<>();
        for (JsonNode item : array(name)) {
            String itemPlace = at(name) + "[" + list.size() + "]";
            if (!item.isObject()) {
                throw new WrongFieldException(itemPlace);
            }
            list.add(new Fields(item, itemPlace));
        }
        return list;
    }

    List<String> texts(String name) {
        List<String> list = new ArrayList<>();
        for (JsonNode item : array(name)) {
            if (!item.isString()) {
                throw wrong(name);
            }
            list.add(item.stringValue());
        }
        return list;
    }

    /** Every key with its object. */
    List<Map.Entry<String, Fields>> entries() {
        return node.properties().stream()
                .map(entry -> Map.entry(entry.getKey(), object(entry.getKey())))
                .toList();
    }

    JsonNode array(String name) {
        JsonNode found = get(name);
        if (found == null || !found.isArray()) {
            throw wrong(name);
        }
        return found;
    }

    String text(String name) {
        return required(name, textOrNull(name));
    }

    @Nullable String textOrNull(String name) {
        String text = codeOrNull(name);
        if (text != null && text.length() > LONGEST_TEXT) {
            throw wrong(name);
        }
        return text == null ? null : harmless(text);
    }

    /** A text of the program's own kind, as long as it likes. */
    String code(String name) {
        return required(name, codeOrNull(name));
    }

    /** The same, or null. */
    @Nullable String codeOrNull(String name) {
        JsonNode found = get(name);
        if (found == null) {
            return null;
        }
        if (!found.isString()) {
            throw wrong(name);
        }
        return found.stringValue();
    }

    /** The text without what steers a window or a terminal; lines and tabs stay. */
    static String harmless(String text) {
        if (OneLine.isPlain(text)) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> OneLine.steers(c) && c != '\n' && c != '\t' ? '\uFFFD' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    int count(String name) {
        JsonNode found = get(name);
        if (found == null || !found.isIntegralNumber() || !found.canConvertToInt()) {
            throw wrong(name);
        }
        return found.intValue();
    }

    double number(String name) {
        return required(name, numberOrNull(name));
    }

    @Nullable Double numberOrNull(String name) {
        JsonNode found = get(name);
        if (found == null) {
            return null;
        }
        if (!found.isNumber()) {
            throw wrong(name);
        }
        return found.doubleValue();
    }

    boolean flag(String name) {
        return required(name, flagOrNull(name));
    }

    @Nullable Boolean flagOrNull(String name) {
        JsonNode found = get(name);
        if (found == null) {
            return null;
        }
        if (!found.isBoolean()) {
            throw wrong(name);
        }
        return found.booleanValue();
    }

    Instant time(String name) {
        return required(name, timeOrNull(name));
    }

    @Nullable Instant timeOrNull(String name) {
        String text = textOrNull(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String text = text(name);
        for (E value : type.getEnumConstants()) {
            if (WireName.of(value).equals(text)) {
                return value;
            }
        }
        throw wrong(name);
    }

    WrongFieldException wrong(String name) {
        return new WrongFieldException(at(name));
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw wrong(name);
        }
        return value;
    }

    private @Nullable JsonNode get(String name) {
        JsonNode found = node.get(name);
        return found == null || found.isNull() ? null : found;
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
