package dev.linkscope.hands;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.support.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program on the printer's computer says: untrusted, so bounded, cleaned and checked. */
final class Reply {
    private static final String MARK = "linkscope_hands {";

    /** More than any action says; beyond it, it is none of its replies. */
    private static final int MOST_ITEMS = 50;

    private static final int MOST_TEXT = 500;
    private static final int MOST_LINES = 40;
    private static final int MOST_UNDO = 1 << 18;

    private static final Set<String> KEYS =
            Set.of("commands", "changes", "undo", "obstacles", "said", "standing", "user", "error");

    private final JsonNode root;

    private Reply(JsonNode root) {
        this.root = root;
    }

    /**
     * The reply in what a login shell and the program printed.
     *
     * @throws BadReply if there is none
     */
    static Reply of(String printed) throws BadReply {
        int at = printed.lastIndexOf(MARK);
        if (at < 0) {
            throw new BadReply("no reply");
        }
        int end = printed.indexOf('\n', at);
        if (end < 0) {
            throw new BadReply("a reply without an end");
        }
        try {
            JsonNode root =
                    JsonMapper.shared().readTree(printed.substring(at + MARK.length() - 1, end));
            if (!root.isObject()) {
                throw new BadReply("no object");
            }
            for (String key : root.propertyNames()) {
                if (!KEYS.contains(key)) {
                    throw new BadReply("an unknown key");
                }
            }
            return new Reply(root);
        } catch (JacksonException e) {
            // Its message quotes what was sent.
            throw new BadReply("no JSON");
        }
    }

    /** Code of the error; empty if there is none. */
    String error() throws BadReply {
        JsonNode error = root.path("error");
        return error.isMissingNode() ? "" : line(error.path("code"));
    }

    /** What the error says. */
    String errorText() throws BadReply {
        return line(root.path("error").path("text"));
    }

    /** Login name there; empty if it was not told. */
    String user() throws BadReply {
        return root.path("user").isMissingNode() ? "" : line(root.path("user"));
    }

    /** What would be done. */
    Preview preview() throws BadReply {
        var commands = new ArrayList<String>();
        for (JsonNode command : items("commands")) {
            commands.add(line(command, MOST_TEXT * 2));
        }
        var changes = new ArrayList<ValueChange>();
        for (JsonNode change : items("changes")) {
            changes.add(
                    new ValueChange(
                            line(change.path("place")),
                            lines(change.path("before")),
                            lines(change.path("after"))));
        }
        var obstacles = new ArrayList<Obstacle>();
        for (JsonNode obstacle : items("obstacles")) {
            obstacles.add(oneOf(Obstacle.class, obstacle));
        }
        return new Preview(commands, changes, undo(), obstacles, said());
    }

    /** What there is to tell. */
    List<Statement> said() throws BadReply {
        var said = new ArrayList<Statement>();
        for (JsonNode one : items("said")) {
            Sentence sentence = Sentence.of(line(one.path("key")));
            var args = new ArrayList<Object>();
            for (JsonNode arg : one.path("args")) {
                args.add(
                        arg.isIntegralNumber() && arg.canConvertToInt()
                                ? arg.intValue()
                                : line(arg));
            }
            if (args.size() != sentence.args()) {
                throw new BadReply("a sentence with other arguments");
            }
            said.add(new Statement(sentence.key(), args));
        }
        return said;
    }

    /** What is in place. */
    Standing standing() throws BadReply {
        return oneOf(Standing.class, root.path("standing"));
    }

    /** Kept as it is and never shown; what it may hold is checked where it is used. */
    private @Nullable String undo() throws BadReply {
        JsonNode undo = root.path("undo");
        if (undo.isNull() || undo.isMissingNode()) {
            return null;
        }
        if (!undo.isString() || undo.stringValue().length() > MOST_UNDO) {
            throw new BadReply("no undo");
        }
        return undo.stringValue();
    }

    private JsonNode items(String key) throws BadReply {
        JsonNode items = root.path(key);
        boolean list = items.isMissingNode() || items.isArray();
        if (!list || items.size() > MOST_ITEMS) {
            throw new BadReply("no list " + key);
        }
        return items;
    }

    private static String line(JsonNode node) throws BadReply {
        return line(node, MOST_TEXT);
    }

    private static String line(JsonNode node, int longest) throws BadReply {
        if (!node.isString()) {
            throw new BadReply("no text");
        }
        return OneLine.of(node.stringValue(), longest);
    }

    /** A value that may have several lines; null for nothing. */
    private static @Nullable String lines(JsonNode node) throws BadReply {
        if (node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new BadReply("no text");
        }
        return String.join(
                "\n",
                node.stringValue()
                        .lines()
                        .limit(MOST_LINES)
                        .map(one -> OneLine.of(one, MOST_TEXT))
                        .toList());
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, JsonNode node) throws BadReply {
        String name = line(node);
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw new BadReply("an unknown name");
    }

    /** What was sent is no reply. Its message is this program's own. */
    static final class BadReply extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;

        BadReply(String what) {
            super(what);
            this.what = what;
        }

        /** What is wrong with it. */
        String what() {
            return what;
        }
    }
}
