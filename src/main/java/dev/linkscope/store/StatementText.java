package dev.linkscope.store;

import dev.linkscope.domain.Statement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Arguments of a statement as a JSON array, so that it can be said again in another language. Texts
 * and truth values are JSON's own; of everything else an object names the kind: {@code {"int": 7}},
 * {@code {"double": "0.25"}}, {@code {"time": …}}, {@code {"span": "PT56S"}}, {@code {"key": …,
 * "args": […]}}.
 */
final class StatementText {
    private static final Logger LOG = LoggerFactory.getLogger(StatementText.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private StatementText() {}

    static String args(Statement statement) {
        ArrayNode array = JSON.createArrayNode();
        statement.args().forEach(arg -> add(array, arg));
        return JSON.writeValueAsString(array);
    }

    private static void add(ArrayNode array, Object arg) {
        switch (arg) {
            case String text -> array.add(text);
            case Boolean flag -> array.add(flag);
            case Integer number -> array.addObject().put("int", number);
            case Long number -> array.addObject().put("long", number);
            // As texts: JSON has no NaN, and a float is no double.
            case Double number -> array.addObject().put("double", number.toString());
            case Float number -> array.addObject().put("float", number.toString());
            case Instant time -> array.addObject().put("time", time.toString());
            case Duration span -> array.addObject().put("span", span.toString());
            case Statement nested -> {
                ObjectNode node = array.addObject().put("key", nested.key());
                ArrayNode inner = node.putArray("args");
                nested.args().forEach(one -> add(inner, one));
            }
            default -> array.add(String.valueOf(arg));
        }
    }

    /** The statement; without arguments if they are none that a version of this program wrote. */
    static Statement read(String key, String args) {
        try {
            return new Statement(key, list(JSON.readTree(args)));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            LOG.warn("Cannot read the arguments of {}", key, e);
            return Statement.of(key);
        }
    }

    private static List<Object> list(JsonNode array) {
        List<Object> args = new ArrayList<>();
        array.forEach(node -> args.add(arg(node)));
        return args;
    }

    private static Object arg(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.has("int")) {
            return node.get("int").asInt();
        } else if (node.has("long")) {
            return node.get("long").asLong();
        } else if (node.has("double")) {
            return Double.valueOf(node.get("double").asString());
        } else if (node.has("float")) {
            return Float.valueOf(node.get("float").asString());
        } else if (node.has("time")) {
            return Instant.parse(node.get("time").asString());
        } else if (node.has("span")) {
            return Duration.parse(node.get("span").asString());
        } else if (node.has("key")) {
            return new Statement(node.get("key").asString(), list(node.path("args")));
        }
        return node.toString();
    }
}
