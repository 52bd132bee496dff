package dev.linkscope.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * Something read about a Pi or its network.
 *
 * @param key stable name, such as {@code gateway.address}
 * @param status known, known absent, or not checked
 * @param value the reading as text; null unless known
 * @param unit unit of the value; null without one
 * @param reason why it was not checked; null otherwise
 */
public record Fact(
        String key,
        FactStatus status,
        @Nullable String value,
        @Nullable String unit,
        @Nullable String reason) {

    /** A reading. */
    public static Fact known(String key, String value, @Nullable String unit) {
        return new Fact(key, FactStatus.KNOWN, value, unit, null);
    }

    /** A thing that was looked for and is not there. */
    public static Fact absent(String key) {
        return new Fact(key, FactStatus.ABSENT, null, null, null);
    }

    /** A thing that nobody looked at. */
    public static Fact notChecked(String key, String reason) {
        return new Fact(key, FactStatus.NOT_CHECKED, null, null, reason);
    }
}
