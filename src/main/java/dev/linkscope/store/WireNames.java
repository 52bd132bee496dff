package dev.linkscope.store;

import java.util.Locale;

/** Constants by the names that they have in data. */
final class WireNames {
    private WireNames() {}

    /**
     * The constant whose name in small letters this is.
     *
     * @throws IllegalArgumentException if this version has none
     */
    static <E extends Enum<E>> E of(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
