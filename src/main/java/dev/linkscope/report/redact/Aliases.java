package dev.linkscope.report.redact;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names that stand for private values in one report: the same for the same value, numbered by when
 * a value was first met. Never derived from the value, so that two reports cannot be laid side by
 * side. Not thread-safe.
 */
final class Aliases {
    private final Map<String, String> byValue = new HashMap<>();
    private final Map<Kind, Integer> last = new EnumMap<>(Kind.class);
    private final Set<String> taken = new HashSet<>();

    /** The alias of a value, however it is written; what is an alias already stays as it is. */
    String of(Kind kind, String value) {
        if (Marks.isAlias(value)) {
            reserve(value);
            return value;
        }
        return byValue.computeIfAbsent(sameness(kind, value), _ -> next(kind));
    }

    /** Sees to it that two spellings of the same thing have the same alias. */
    void same(Kind kind, String value, String alias) {
        byValue.putIfAbsent(sameness(kind, value), alias);
    }

    /** Never gives out what an alias of an earlier report, or a name, looks like. */
    void reserve(String alias) {
        taken.add(alias);
    }

    private String next(Kind kind) {
        String alias;
        do {
            alias = kind.wireName() + "-" + last.merge(kind, 1, Integer::sum);
        } while (!taken.add(alias));
        return alias;
    }

    private static String sameness(Kind kind, String value) {
        return switch (kind) {
            case HARDWARE_ADDRESS, ACCESS_POINT ->
                    HardwareAddress.isOne(value) ? HardwareAddress.digits(value) : folded(value);
            case ADDRESS -> NetAddress.canonical(value);
            default -> folded(value);
        };
    }

    private static String folded(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
