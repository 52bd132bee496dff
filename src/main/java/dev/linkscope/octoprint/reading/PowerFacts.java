package dev.linkscope.octoprint.reading;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Facts of the power supply under the keys of the agent, from the number that {@code vcgencmd
 * get_throttled} tells: bits 0, 1 and 2 are now, the same 16 higher since the start.
 */
public final class PowerFacts {
    private static final List<String> FLAGS =
            List.of("undervoltage", "frequency_capped", "throttled");

    private PowerFacts() {}

    /**
     * All six facts.
     *
     * @param bits the number; null or negative where nobody could read it
     * @param why why there is no number
     */
    public static void of(@Nullable Long bits, String why, FactSheet sheet) {
        for (int bit = 0; bit < FLAGS.size(); bit++) {
            tell(key(bit, "now"), bits, bit, why, sheet);
            tell(key(bit, "since_boot"), bits, bit + 16, why, sheet);
        }
    }

    private static void tell(
            String key, @Nullable Long bits, int bit, String why, FactSheet sheet) {
        if (bits == null || bits < 0) {
            sheet.notChecked(key, why);
        } else {
            sheet.known(key, (bits >> bit & 1) == 1);
        }
    }

    private static String key(int bit, String when) {
        return "power." + FLAGS.get(bit) + "." + when;
    }

    /** The number in a text such as {@code 0x50005}; null if it is none. */
    static @Nullable Long bits(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        try {
            return lower.startsWith("0x") && lower.length() <= 10
                    ? Long.parseLong(lower.substring(2), 16)
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
