package dev.linkscope.support;

import java.util.regex.Pattern;

/** Texts of others for people and programs: on one line, without characters that steer either. */
public final class OneLine {
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private OneLine() {}

    /** Whether nothing in a text would be changed but its length. */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return !STEERING.matcher(text).find();
            }
        }
        return true;
    }

    /**
     * Whether a character steers a terminal, ends a line or turns the direction of writing. Formats
     * that only join others, as in pictures of several people, do not.
     */
    public static boolean steers(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            case Character.FORMAT ->
                    codePoint == 0x061C
                            || (codePoint >= 0x200E && codePoint <= 0x200F)
                            || (codePoint >= 0x202A && codePoint <= 0x202E)
                            || (codePoint >= 0x2066 && codePoint <= 0x2069);
            default -> false;
        };
    }

    /**
     * The text on one line; runs of steering characters are one blank.
     *
     * @param longest most characters, at least 2; what is beyond is cut off, the cut shown
     */
    public static String of(String text, int longest) {
        String line = STEERING.matcher(text).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int cut = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, cut) + "…";
    }
}
