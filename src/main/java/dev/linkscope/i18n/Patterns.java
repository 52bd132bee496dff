package dev.linkscope.i18n;

import org.jspecify.annotations.Nullable;

/** Where the patterns of one language come from. Immutable and thread-safe. */
interface Patterns {
    /** The pattern of a key in the syntax of {@link java.text.MessageFormat}; null if unknown. */
    @Nullable String of(String key);
}
