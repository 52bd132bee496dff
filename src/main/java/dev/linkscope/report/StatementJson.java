package dev.linkscope.report;

import dev.linkscope.domain.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Statements as key, arguments and text. JSON has numbers, texts and truth values of its own; the
 * other kinds of arguments are objects: {@code {time}}, {@code {seconds}} and {@code {textKey,
 * args, text}}.
 */
final class StatementJson {
    /** Statements within statements; the rules make two of them. */
    private static final int DEEPEST = 6;

    private final Wording wording;

    StatementJson(Wording wording) {
        this.wording = wording;
    }

    /** Writes {@code textKey}, {@code args} and {@code text}. */
    void put(ObjectNode into, Statement statement) {
        put(into, statement, "textKey", "text");
    }

    /** Writes key, arguments and text under the names given. */
    void put(ObjectNode into, Statement statement, String keyName, String textName) {
        into.put(keyName, statement.key());
        ArrayNode args = into.putArray("args");
        statement.args().forEach(arg -> add(args, arg));
        into.put(textName, wording.of(statement));
    }

    private void add(ArrayNode args, Object argument) {
        switch (argument) {
            case Integer number -> args.add(number);
            case Long number -> args.add(number);
            case Double number when Double.isFinite(number) -> args.add(number);
            case Float number when Float.isFinite(number) -> args.add(number.doubleValue());
            case Boolean flag -> args.add(flag);
            case Instant time -> args.addObject().put("time", time.toString());
            case Duration span -> JsonValues.putSeconds(args.addObject(), "seconds", span);
            case Statement nested -> put(args.addObject(), nested);
            default -> args.add(String.valueOf(argument));
        }
    }

    Statement read(Fields fields) {
        return read(fields, "textKey", "text");
    }

    Statement read(Fields fields, String keyName, String textName) {
        return read(fields, keyName, textName, DEEPEST);
    }

    private Statement read(Fields fields, String keyName, String textName, int deepest) {
        String key = fields.text(keyName);
        if (!wording.knows(key)) {
            // Written by a version with other sentences: its words are all there is.
            return Wording.asWritten(fields.text(textName));
        }
        List<Object> args = new ArrayList<>();
        for (JsonNode arg : fields.array("args")) {
            args.add(argument(new Fields(arg, fields.place() + ".args"), deepest));
        }
        var statement = new Statement(key, args);
        // Somebody else may have put a word where the sentence has a number.
        return wording.canSay(statement) ? statement : Wording.asWritten(fields.text(textName));
    }

    private Object argument(Fields arg, int deepest) {
        JsonNode node = arg.node();
        if (node.isString()) {
            return Fields.harmless(node.stringValue());
        } else if (node.isInt()) {
            return node.intValue();
        } else if (node.isLong()) {
            return node.longValue();
        } else if (node.isNumber()) {
            return node.doubleValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.has("time")) {
            return arg.time("time");
        } else if (node.has("seconds")) {
            return JsonValues.span(arg.number("seconds"));
        }
        if (deepest == 0) {
            throw arg.wrong("args");
        }
        return read(arg, "textKey", "text", deepest - 1);
    }
}
