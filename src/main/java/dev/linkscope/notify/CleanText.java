package dev.linkscope.notify;

import java.util.regex.Pattern;

/** Texts for other programs: of one line, without characters that steer a terminal or a reader. */
final class CleanText {
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private CleanText() {}

    /**
     * The text on one line.
     *
     * @param longest most characters; what is beyond is cut off
     */
    static String of(String text, int longest) {
        String line = STEERING.matcher(text).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int cut = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, cut) + "…";
    }
}
