package dev.linkscope.support;

import java.util.regex.Pattern;

/** Texts of others for people and programs: on one line, without characters that steer either. */
public final class OneLine {
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private OneLine() {}

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
