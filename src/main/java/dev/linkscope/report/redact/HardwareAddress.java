package dev.linkscope.report.redact;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses of network hardware (EUI-48), as programs write them. */
final class HardwareAddress {
    private static final int LENGTH = 12;

    /** Six pairs with colons, hyphens or percent-encoded colons; no letter or digit around. */
    static final Pattern WRITTEN =
            Pattern.compile(
                    "(?<![0-9A-Za-z])[0-9A-Fa-f]{2}(?:(?:[:-]|%3[Aa])[0-9A-Fa-f]{2}){5}+"
                            + "(?![0-9A-Za-z]|[:-][0-9A-Fa-f]{2}(?![0-9A-Za-z]))");

    /** Three groups of four with dots. */
    static final Pattern WITH_DOTS =
            Pattern.compile(
                    "(?<![0-9A-Za-z.])[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}(?![0-9A-Za-z.])");

    private static final Pattern ALONE =
            Pattern.compile("(?i)(?:[0-9a-f]{2}(?:[:.-]|%3a)?){5}[0-9a-f]{2}");

    private HardwareAddress() {}

    static boolean isOne(String text) {
        return ALONE.matcher(text).matches();
    }

    /** Its twelve digits in lower case. */
    static String digits(String text) {
        return text.replaceAll("%3[Aa]|[:.-]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether nobody in particular has it: nobody or everybody. */
    static boolean isNobodys(String digits) {
        return digits.equals("0".repeat(LENGTH)) || digits.equals("f".repeat(LENGTH));
    }

    /** Its spellings. */
    static List<String> spellings(String digits) {
        return List.of(
                grouped(digits, 2, ":"),
                grouped(digits, 2, "-"),
                grouped(digits, 2, "%3a"),
                grouped(digits, 4, "."),
                digits);
    }

    /** The address in the last half of an IPv6 address that was made of one (RFC 4291 app. A). */
    static String ofInterface(byte[] address) {
        var digits = new StringBuilder();
        for (int i : new int[] {8, 9, 10, 13, 14, 15}) {
            int part = address[i] & 0xff;
            digits.append("%02x".formatted(i == 8 ? part ^ 2 : part));
        }
        return digits.toString();
    }

    private static String grouped(String digits, int size, String separator) {
        return digits.replaceAll("(.{" + size + "})(?!$)", "$1" + separator);
    }
}
