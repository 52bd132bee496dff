package dev.linkscope.ui.preferences;

import dev.linkscope.domain.Statement;

/** What became of something typed or chosen. */
sealed interface Read<T> {
    /** A value that is allowed. */
    record Good<T>(T value) implements Read<T> {}

    /** None, and a sentence that says what is wrong and what is allowed. */
    record Bad<T>(Statement why) implements Read<T> {}

    /** A refusal. */
    static <T> Read<T> bad(String key, Object... args) {
        return new Bad<>(Statement.of(key, args));
    }
}
