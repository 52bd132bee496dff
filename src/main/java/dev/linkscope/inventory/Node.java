package dev.linkscope.inventory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of JSON or YAML. Every scalar is text, as it was written. */
sealed interface Node {
    /** A scalar. */
    record Text(String value) implements Node {}

    /** Nothing. */
    record Nothing() implements Node {}

    /** A sequence. */
    record Sequence(List<Node> items) implements Node {}

    /** A table. */
    record Table(Map<String, Node> members) implements Node {
        /** The scalar of a member; null if there is none. */
        @Nullable String text(String key) {
            return members.get(key) instanceof Text(String value) ? value : null;
        }

        /** The first of several members that is a scalar; null if none is. */
        @Nullable String anyText(String... keys) {
            for (String key : keys) {
                String value = text(key);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        /** The table of a member; an empty one if there is none. */
        Table table(String key) {
            return members.get(key) instanceof Table table ? table : new Table(Map.of());
        }

        /** The sequence of a member; an empty one if there is none. */
        List<Node> items(String key) {
            return members.get(key) instanceof Sequence(List<Node> items) ? items : List.of();
        }
    }
}
