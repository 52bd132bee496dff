package dev.linkscope.report.pdf;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** The letters that a font has: its table {@code cmap} (OpenType 1.9, formats 4 and 12). */
final class CharacterMap {
    private static final int LAST_LETTER = Character.MAX_CODE_POINT;

    private CharacterMap() {}

    /**
     * The letters.
     *
     * @throws IllegalArgumentException or java.nio.BufferUnderflowException if it is damaged
     */
    static BitSet letters(ByteBuffer cmap) {
        var letters = new BitSet();
        int tables = unsigned(cmap, 2);
        for (int i = 0; i < tables; i++) {
            int at = 4 + 8 * i;
            int platform = unsigned(cmap, at);
            int encoding = unsigned(cmap, at + 2);
            boolean unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
            int start = int32(cmap, at + 4);
            if (!unicode) {
                continue;
            }
            int format = unsigned(cmap, start);
            if (format == 4) {
                segments(cmap, start, letters);
            } else if (format == 12) {
                groups(cmap, start, letters);
            }
        }
        return letters;
    }

    private static void segments(ByteBuffer cmap, int start, BitSet letters) {
        int count = unsigned(cmap, start + 6) / 2;
        int ends = start + 14;
        int starts = ends + 2 * count + 2;
        int deltas = starts + 2 * count;
        int offsets = deltas + 2 * count;
        int next = 0;
        for (int i = 0; i < count; i++) {
            int last = unsigned(cmap, ends + 2 * i);
            int delta = unsigned(cmap, deltas + 2 * i);
            int offset = unsigned(cmap, offsets + 2 * i);
            // Segments are in order; one that goes back is read from where the last one ended.
            int first = Math.max(next, unsigned(cmap, starts + 2 * i));
            for (int c = first; c <= last && c < 0xFFFF; c++) {
                int glyph = c;
                if (offset != 0) {
                    int at = offsets + 2 * i + offset + 2 * (c - unsigned(cmap, starts + 2 * i));
                    glyph = at + 2 <= cmap.limit() ? unsigned(cmap, at) : 0;
                }
                boolean missing = offset != 0 && glyph == 0;
                if (!missing && ((glyph + delta) & 0xFFFF) != 0) {
                    letters.set(c);
                }
            }
            next = Math.max(next, last + 1);
        }
    }

    private static void groups(ByteBuffer cmap, int start, BitSet letters) {
        int count = int32(cmap, start + 12);
        for (int i = 0; i < count; i++) {
            int at = start + 16 + 12 * i;
            int first = int32(cmap, at);
            int last = int32(cmap, at + 4);
            if (first < 0 || last > LAST_LETTER || first > last) {
                throw new IllegalArgumentException("a group of letters is out of order");
            }
            letters.set(int32(cmap, at + 8) == 0 ? first + 1 : first, last + 1);
        }
    }

    private static int unsigned(ByteBuffer from, int at) {
        return Short.toUnsignedInt(from.getShort(checked(from, at, 2)));
    }

    private static int int32(ByteBuffer from, int at) {
        return from.getInt(checked(from, at, 4));
    }

    private static int checked(ByteBuffer from, int at, int bytes) {
        if (at < 0 || at > from.limit() - bytes) {
            throw new IllegalArgumentException("outside of the table");
        }
        return at;
    }
}
