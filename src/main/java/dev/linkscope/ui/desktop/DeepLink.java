package dev.linkscope.ui.desktop;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A link that leads into the window: {@code linkscope://farm} or {@code linkscope://printer/NAME}.
 * Links come from pages and messages that others wrote: whatever is not exactly one of these is
 * none, and none ever does more than to show a page.
 */
public sealed interface DeepLink {
    /** Scheme of these links. */
    String SCHEME = "linkscope";

    /** Longest link that is read, in UTF-16 units. */
    int LONGEST = 2048;

    /** Longest name or id that a link may ask for, in code points. */
    int LONGEST_NAME = 200;

    /** The page of all printers. */
    record ToFarm() implements DeepLink {}

    /**
     * The page of one printer.
     *
     * @param wanted its name or its id, decoded, in Unicode's form NFC
     */
    record ToPrinter(String wanted) implements DeepLink {}

    /** Whether a text means to be such a link, whatever else is wrong with it. */
    static boolean claims(String text) {
        return text.regionMatches(true, 0, SCHEME + ":", 0, SCHEME.length() + 1);
    }

    /** The link; empty if it is none, is too long, or holds what no name holds. */
    static Optional<DeepLink> parse(String text) {
        String begin = SCHEME + "://";
        if (text.length() > LONGEST || !text.regionMatches(true, 0, begin, 0, begin.length())) {
            return Optional.empty();
        }
        String rest = text.substring(begin.length());
        int slash = rest.indexOf('/');
        String place = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        // Browsers put a slash behind a link without a path.
        String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return switch (place) {
            case "farm" -> name.isEmpty() ? Optional.of(new ToFarm()) : Optional.empty();
            case "printer" -> named(name);
            default -> Optional.empty();
        };
    }

    /** The link that leads to a printer of this name or with this id. */
    static String to(String wanted) {
        var link = new StringBuilder(SCHEME + "://printer/");
        for (byte one : wanted.getBytes(StandardCharsets.UTF_8)) {
            // RFC 3986, 2.3: these alone mean the same with and without encoding.
            boolean plain =
                    (one >= 'a' && one <= 'z')
                            || (one >= 'A' && one <= 'Z')
                            || (one >= '0' && one <= '9')
                            || "-._~".indexOf(one) >= 0;
            if (plain) {
                link.append((char) one);
            } else {
                link.append("%%%02X".formatted(one & 0xff));
            }
        }
        return link.toString();
    }

    private static Optional<DeepLink> named(String encoded) {
        if (encoded.chars().anyMatch(c -> c == '/' || c == '?' || c == '#')) {
            return Optional.empty();
        }
        return decoded(encoded)
                .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC).strip())
                .filter(name -> !name.isEmpty())
                .filter(name -> name.codePointCount(0, name.length()) <= LONGEST_NAME)
                .filter(name -> name.codePoints().allMatch(DeepLink::mayBeInName))
                .map(ToPrinter::new);
    }

    /** RFC 3986, 2.1, with UTF-8 that has to be right. */
    private static Optional<String> decoded(String encoded) {
        var bytes = new ByteArrayOutputStream();
        try {
            for (int i = 0; i < encoded.length(); ) {
                int point = encoded.codePointAt(i);
                if (point != '%') {
                    var literal = StandardCharsets.UTF_8.newEncoder();
                    i += Character.charCount(point);
                    var one = CharBuffer.wrap(Character.toChars(point));
                    bytes.writeBytes(exactly(literal.encode(one)));
                } else {
                    if (i + 3 > encoded.length()) {
                        return Optional.empty();
                    }
                    int high = Character.digit(encoded.charAt(i + 1), 16);
                    int low = Character.digit(encoded.charAt(i + 2), 16);
                    if (high < 0 || low < 0) {
                        return Optional.empty();
                    }
                    bytes.write(high * 16 + low);
                    i += 3;
                }
            }
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static byte[] exactly(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Neither what steers a terminal nor what turns the direction of a sentence around. */
    private static boolean mayBeInName(int point) {
        boolean steers =
                switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.UNASSIGNED ->
                            true;
                    default -> false;
                };
        boolean turns =
                (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
        return !steers && !turns;
    }
}
