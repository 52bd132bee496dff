package dev.linkscope.engine.reading;

import dev.linkscope.domain.Statement;

/**
 * What a reading means.
 *
 * @param grade how good that is
 * @param text why, as one short sentence
 */
public record Meaning(Grade grade, Statement text) {
    /** How good a reading is. */
    public enum Grade {
        /** As it should be. */
        GOOD,
        /** Worth a look. */
        WATCH,
        /** Wrong. */
        BAD,
        /** Neither good nor bad by itself. */
        PLAIN
    }

    static Meaning good(String key, Object... args) {
        return new Meaning(Grade.GOOD, Statement.of(key, args));
    }

    static Meaning watch(String key, Object... args) {
        return new Meaning(Grade.WATCH, Statement.of(key, args));
    }

    static Meaning bad(String key, Object... args) {
        return new Meaning(Grade.BAD, Statement.of(key, args));
    }

    static Meaning plain(String key, Object... args) {
        return new Meaning(Grade.PLAIN, Statement.of(key, args));
    }
}
