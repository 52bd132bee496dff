package dev.linkscope.report.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** The ways in which programs write the same value. */
final class Spellings {
    /** Shorter runs of base64 occur by chance. */
    private static final int LEAST_ENCODED = 6;

    private Spellings() {}

    /** As it stands, percent-encoded, and escaped as in JSON and Python. */
    static Set<String> open(String value) {
        var all = new LinkedHashSet<String>();
        for (Normalizer.Form form :
                new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
            String one = Normalizer.normalize(value, form);
            all.add(one);
            String encoded = URLEncoder.encode(one, StandardCharsets.UTF_8);
            all.add(encoded);
            all.add(encoded.replace("+", "%20"));
            all.add(encoded.replace("+", "%20").replace("%", "%25"));
            all.add(unreserved(one));
            all.add(bytes(one, "%"));
            all.add(bytes(one, "\\x"));
            all.add(escaped(one));
        }
        all.add(value);
        return all;
    }

    /** In hexadecimal digits, and in base64 (RFC 4648) wherever in a longer text it lies. */
    static Set<String> encoded(String value) {
        var all = new LinkedHashSet<String>();
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length >= LEAST_ENCODED) {
            all.add(HexFormat.of().formatHex(utf8));
        }
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + utf8.length];
            System.arraycopy(utf8, 0, shifted, before, utf8.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // Characters that hold bits of what stands before or after are not the value's.
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            if (to - from >= LEAST_ENCODED) {
                String own = base64.substring(from, to);
                all.add(own);
                all.add(own.replace('+', '-').replace('/', '_'));
                all.add(own.replace("+", "%2B").replace("/", "%2F"));
            }
        }
        return all;
    }

    /** Percent-encoded as far as browsers do it: marks of punctuation stay. */
    private static String unreserved(String value) {
        var text = new StringBuilder();
        value.codePoints()
                .forEach(c -> {
                    String one = Character.toString(c);
                    if (c > ' ' && c < 127 && "\"<>\\^`{|}%".indexOf(c) < 0) {
                        text.append(one);
                    } else {
                        text.append(bytes(one, "%"));
                    }
                });
        return text.toString();
    }

    private static String bytes(String value, String before) {
        var text = new StringBuilder();
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            text.append(before).append("%02x".formatted(one & 0xff));
        }
        return text.toString();
    }

    private static String escaped(String value) {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 127) {
                text.append(c);
            } else {
                text.append("\\u%04x".formatted((int) c));
            }
        }
        return text.toString();
    }
}
