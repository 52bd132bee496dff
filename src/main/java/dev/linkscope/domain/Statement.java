package dev.linkscope.domain;

import java.util.List;

/**
 * Something to be said, without its words: a bundle key and the arguments of its pattern.
 *
 * @param key key in the statement bundle
 * @param args arguments of the pattern, in order: numbers, texts, {@link java.time.Instant}s,
 *     {@link java.time.Duration}s or nested statements
 */
public record Statement(String key, List<Object> args) {
    public Statement {
        args = List.copyOf(args);
    }

    /** A statement with the given arguments. */
    public static Statement of(String key, Object... args) {
        return new Statement(key, List.of(args));
    }
}
