package dev.linkscope.i18n;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Made-up languages for trying layouts. Figures and arguments stay as they are, so a test can still
 * look for a printer's name; what lies inside braces is not touched.
 */
public final class PseudoMessages {
    private static final String PLAIN = "aAeEhHiIoOuUcCnNyYsS";
    private static final String MARKED = "áÁéÉĥĤíÍóÓúÚçÇñÑýÝšŠ";
    private static final String PADDING = " ~~~~~~~~~";

    /** English, with the sentences of made-up findings in tests of the window. */
    private static final Locale WITH_FAKES = Locale.of("en", "US", "UITEST");

    private PseudoMessages() {}

    /** English with marks on its letters and 40 % longer: {@code [Ţĥé líñk ~~]}. */
    public static Messages longer(ZoneId zone) {
        Patterns english = Messages.bundled(WITH_FAKES);
        return new Messages(Locale.ENGLISH, zone, key -> marked(key, english.of(key)));
    }

    /**
     * English words under a locale that is written from right to left: the window is mirrored, its
     * texts stay readable.
     */
    public static Messages mirrored(ZoneId zone) {
        return new Messages(Locale.forLanguageTag("he"), zone, Messages.bundled(WITH_FAKES));
    }

    private static @Nullable String marked(String key, @Nullable String pattern) {
        if (pattern == null || pattern.isBlank() || fixed(key)) {
            return pattern;
        }
        var text = new StringBuilder("[");
        int depth = 0;
        int words = 0;
        for (char c : pattern.toCharArray()) {
            depth += c == '{' ? 1 : 0;
            int place = depth == 0 ? PLAIN.indexOf(c) : -1;
            text.append(place < 0 ? c : MARKED.charAt(place));
            words += depth == 0 ? 1 : 0;
            depth -= c == '}' ? 1 : 0;
        }
        for (int longer = 2; longer < words * 0.4; longer++) {
            text.append(PADDING.charAt(longer % PADDING.length()));
        }
        return text.append(']').toString();
    }

    /** Texts that are patterns of times themselves. */
    private static boolean fixed(String key) {
        return key.startsWith("chart.axis.");
    }
}
