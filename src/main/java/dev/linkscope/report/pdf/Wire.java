package dev.linkscope.report.pdf;

import java.util.Locale;

/** Names of constants in keys of texts. */
final class Wire {
    private Wire() {}

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
