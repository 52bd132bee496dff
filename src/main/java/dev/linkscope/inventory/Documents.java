package dev.linkscope.inventory;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads JSON and YAML of strangers: nothing is made of it but tables, sequences and texts, within
 * bounds. Of YAML the first document counts, tags mean nothing, and aliases are refused, as a few
 * lines of them can stand for more than fits into memory.
 */
final class Documents {
    /** Deeper than any inventory is made by hand. */
    private static final int DEEPEST = 40;

    private static final int MOST_NODES = 400_000;

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectMapper YAML =
            new YAMLMapper(
                    YAMLFactory.builder()
                            .loadSettings(
                                    LoadSettings.builder()
                                            .setCodePointLimit(Text.MOST_BYTES)
                                            .setMaxAliasesForCollections(0)
                                            .build())
                            .build());

    private final JsonParser parser;
    private int nodes;

    private Documents(JsonParser parser) {
        this.parser = parser;
    }

    /** The value of a JSON text. */
    static Node json(String text) throws UnreadableListException {
        return read(JSON, text, "list.broken_json");
    }

    /** The value of a YAML text. */
    static Node yaml(String text) throws UnreadableListException {
        return read(YAML, text, "list.broken_yaml");
    }

    private static Node read(ObjectMapper mapper, String text, String broken)
            throws UnreadableListException {
        try (JsonParser parser = mapper.createParser(text)) {
            JsonToken first = parser.nextToken();
            return first == null ? new Node.Nothing() : new Documents(parser).node(first, 0);
        } catch (JacksonException e) {
            var where = e.getLocation();
            int line = where == null ? 0 : Math.max(0, where.getLineNr());
            throw new UnreadableListException(Statement.of(broken, line));
        } catch (YamlEngineException _) {
            throw new UnreadableListException(Statement.of(broken, 0));
        }
    }

    private Node node(JsonToken token, int depth) throws UnreadableListException {
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw new UnreadableListException(Statement.of("list.too_deep"));
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new UnreadableListException(
                    Statement.of("list.alias", parser.currentTokenLocation().getLineNr()));
        }
        return switch (token) {
            case START_OBJECT -> table(depth);
            case START_ARRAY -> sequence(depth);
            case VALUE_NULL -> new Node.Nothing();
            default -> new Node.Text(String.valueOf(parser.getString()));
        };
    }

    private Node table(int depth) throws UnreadableListException {
        Map<String, Node> members = new LinkedHashMap<>();
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            String name = String.valueOf(parser.currentName());
            members.putIfAbsent(name, node(next(), depth + 1));
        }
        return new Node.Table(members);
    }

    private Node sequence(int depth) throws UnreadableListException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(node(token, depth + 1));
        }
        return new Node.Sequence(items);
    }

    private JsonToken next() throws UnreadableListException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new UnreadableListException(Statement.of("list.too_short"));
        }
        return token;
    }
}
