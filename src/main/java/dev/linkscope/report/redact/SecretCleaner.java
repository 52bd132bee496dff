package dev.linkscope.report.redact;

import java.util.Collection;
import java.util.function.UnaryOperator;

/**
 * Takes credentials out of texts: those that are known, and whatever looks like one. In doubt it
 * removes. Cleaning a clean text changes nothing. Immutable and thread-safe.
 */
public final class SecretCleaner {
    private static final int MOST_PASSES = 6;

    private final KnownValues known = new KnownValues();

    /** A cleaner that knows these secrets. */
    public SecretCleaner(Collection<String> secrets) {
        secrets.forEach(known::addSecret);
    }

    /** The text without credentials. */
    public String clean(String text) {
        return untilNothingChanges(text, one -> Credentials.clean(known.replace(one), _ -> {}));
    }

    /** What one pass leaves may look private to the next; what never comes to rest goes. */
    static String untilNothingChanges(String text, UnaryOperator<String> pass) {
        String clean = text;
        for (int i = 0; i < MOST_PASSES; i++) {
            String next = pass.apply(clean);
            if (next.equals(clean)) {
                return clean;
            }
            clean = next;
        }
        return Marks.REMOVED;
    }
}
