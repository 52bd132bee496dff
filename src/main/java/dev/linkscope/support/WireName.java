package dev.linkscope.support;

import java.util.Locale;

/** Names of constants in data and in keys of texts: in small letters. */
public final class WireName {
    private WireName() {}

    /** The name of a constant, such as {@code take_action}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
