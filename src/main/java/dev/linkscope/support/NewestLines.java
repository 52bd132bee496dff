package dev.linkscope.support;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The end of a long text. */
public final class NewestLines {
    private static final int CHUNK = 64 * 1024;

    /** Bytes of a character that a cut may have torn apart, at most. */
    private static final int TORN = 3;

    private NewestLines() {}

    /**
     * The newest lines of a text. Reads all of it and keeps a bounded part.
     *
     * @param bytes most, in UTF-8; a text as long as that counts as cut
     */
    public static String of(Reader text, int bytes) throws IOException {
        var kept = new StringBuilder();
        char[] chunk = new char[CHUNK];
        for (int count = text.read(chunk); count >= 0; count = text.read(chunk)) {
            kept.append(chunk, 0, count);
            if (kept.length() > bytes + (long) CHUNK * 16) {
                kept.delete(0, kept.length() - bytes);
            }
        }
        return of(kept.toString(), bytes);
    }

    /**
     * The same of a text of which what is older may have been cut off already. The first line of
     * what was cut is left out: half a line may hold half a secret, which nobody would recognize.
     */
    public static String of(String text, int bytes) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        if (all.length < bytes - TORN) {
            return text;
        }
        int from = Math.max(0, all.length - bytes);
        while (from < all.length && all[from] != '\n') {
            from++;
        }
        return from == all.length
                ? ""
                : new String(all, from + 1, all.length - from - 1, StandardCharsets.UTF_8);
    }
}
