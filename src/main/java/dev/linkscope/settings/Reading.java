package dev.linkscope.settings;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of a document, read member by member. A value that cannot be used does not spoil the
 * rest: the usual one takes its place, and its name is noted.
 */
final class Reading {
    private final @Nullable ObjectNode node;
    private final String path;
    private final List<String> unusable;

    private Reading(@Nullable ObjectNode node, String path, List<String> unusable) {
        this.node = node;
        this.path = path;
        this.unusable = unusable;
    }

    /**
     * The whole document.
     *
     * @param unusable takes the names of values that cannot be used
     */
    static Reading of(ObjectNode document, List<String> unusable) {
        return new Reading(document, "", unusable);
    }

    /** What a value is made of. */
    @FunctionalInterface
    interface Maker<T> {
        T make(ObjectNode node) throws BrokenSettingsException;
    }

    /** The object of a name; files of older versions lack it. */
    Reading object(String member) {
        JsonNode value = value(member);
        if (value != null && !(value instanceof ObjectNode)) {
            unusable.add(path + member);
        }
        return new Reading(
                value instanceof ObjectNode known ? known : null, path + member + ".", unusable);
    }

    /** Whether there is anything. */
    boolean any() {
        return node != null;
    }

    private @Nullable JsonNode value(String member) {
        JsonNode value = node == null ? null : node.get(member);
        return value == null || value.isNull() ? null : value;
    }

    /** The value that is made of a member, or the usual one. */
    <T> T of(String member, T usual, Maker<T> maker, Predicate<T> allowed) {
        ObjectNode known = node;
        if (known == null || value(member) == null) {
            return usual;
        }
        try {
            T made = maker.make(known);
            if (allowed.test(made)) {
                return made;
            }
        } catch (BrokenSettingsException
                | IllegalArgumentException
                | DateTimeException
                | ArithmeticException _) {
            // The same as a value that is not allowed.
        }
        unusable.add(path + member);
        return usual;
    }

    boolean flag(String member, boolean usual) {
        return of(member, usual, known -> Members.flag(known, member, usual), _ -> true);
    }

    double number(String member, double usual, Predicate<Double> allowed) {
        return of(member, usual, known -> Members.number(known, member), allowed);
    }

    String text(String member, String usual, Predicate<String> allowed) {
        return of(member, usual, known -> Members.text(known, member), allowed);
    }

    List<String> texts(String member, List<String> usual, Predicate<List<String>> allowed) {
        return of(member, usual, known -> Members.texts(known, member), allowed);
    }

    /** Takes back the parts if what they make together cannot be used. */
    <T> T together(T made, T usual, Predicate<T> allowed) {
        if (allowed.test(made)) {
            return made;
        }
        unusable.add(path.substring(0, path.length() - 1));
        return usual;
    }
}
