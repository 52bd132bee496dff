package dev.linkscope.report;

import dev.linkscope.i18n.Messages;
import dev.linkscope.report.redact.Kind;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the name of a fact, or of an argument, tells of its value. */
final class FactKeys {
    private static final Messages NAMES = Messages.in(Locale.ROOT, ZoneOffset.UTC);

    private FactKeys() {}

    /** Whether it is a name that this program gave, and no text of somebody else's. */
    static boolean isKnown(String key) {
        return NAMES.has("fact." + key);
    }

    /** What its value is; null if the name does not tell. */
    static @Nullable Kind kind(String key) {
        List<String> words = Arrays.asList(key.toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
        String all = String.join("_", words);
        if (all.endsWith("bssid") || all.endsWith("access_point")) {
            return Kind.ACCESS_POINT;
        } else if (all.endsWith("ssid")) {
            return Kind.NETWORK;
        } else if (words.contains("mac")) {
            return Kind.HARDWARE_ADDRESS;
        } else if (all.endsWith("serial")
                || all.endsWith("serial_number")
                || all.endsWith("machine_id")) {
            return Kind.SERIAL;
        } else if (all.endsWith("hostname") || all.endsWith("host_name")) {
            return Kind.HOST;
        } else if (all.endsWith("username") || all.endsWith("user_name") || all.endsWith("login")) {
            return Kind.USER;
        }
        return all.endsWith("printer_name") || all.endsWith("printer_id") ? Kind.PRINTER : null;
    }
}
