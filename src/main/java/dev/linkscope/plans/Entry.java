package dev.linkscope.plans;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of the book with the place where it stands. A member of the wrong kind, and one that
 * nobody knows, are refused: a slip of the pen must not silently drop half a plan.
 */
record Entry(String place, ObjectNode node) {
    /** The object at a place. */
    static Entry of(String place, @Nullable JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Entry(place, object);
        }
        throw new BrokenBookException(place, "no object");
    }

    /** Refuses members of any other name. */
    Entry knowing(Set<String> names) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw problem(name, "is not known");
            }
        }
        return this;
    }

    /** Every member as an object, by its name, in order. */
    Map<String, Entry> entries() {
        var entries = new LinkedHashMap<String, Entry>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            entries.put(member.getKey(), of(place + "." + member.getKey(), member.getValue()));
        }
        return entries;
    }

    /** Every member as a text, by its name. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        for (String name : node.propertyNames()) {
            texts.put(name, text(name));
        }
        return texts;
    }

    Entry entry(String name) {
        return of(place + "." + name, node.get(name));
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        return text(name, node.get(name));
    }

    @Nullable String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    /** False where it is missing. */
    boolean flag(String name) {
        JsonNode value = node.get(name);
        if (value != null && !value.isBoolean()) {
            throw problem(name, "is neither true nor false");
        }
        return value != null && value.booleanValue();
    }

    /** One of the values of that wire name. */
    <T> T oneOf(String name, Collection<T> values, Function<T, String> wireName) {
        String text = text(name);
        Predicate<T> named = value -> wireName.apply(value).equals(text);
        return values.stream()
                .filter(named)
                .findFirst()
                .orElseThrow(() -> problem(name, "is not known: " + text));
    }

    /** At least one text. */
    List<String> list(String name) {
        return items(name, item -> text(name, item));
    }

    /** At least one object. */
    List<Entry> objects(String name) {
        return items(name, item -> of(place + "." + name, item));
    }

    /** Positive numbers. */
    List<Double> sizes(String name) {
        return items(
                name,
                item -> {
                    if (!item.isNumber() || !(item.doubleValue() > 0)) {
                        throw problem(name, "is no size");
                    }
                    return item.doubleValue();
                });
    }

    private <T> List<T> items(String name, Function<JsonNode, T> read) {
        if (!(node.get(name) instanceof ArrayNode array) || array.isEmpty()) {
            throw problem(name, "is no list, or an empty one");
        }
        var items = new ArrayList<T>();
        array.forEach(item -> items.add(read.apply(item)));
        return items;
    }

    private String text(String name, @Nullable JsonNode value) {
        if (value == null || !value.isString() || value.stringValue().isBlank()) {
            throw problem(name, "is no text");
        }
        return value.stringValue();
    }

    BrokenBookException problem(String name, String what) {
        return new BrokenBookException(place, name + " " + what);
    }
}
