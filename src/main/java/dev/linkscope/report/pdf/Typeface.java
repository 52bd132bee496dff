package dev.linkscope.report.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One embedded font that can show any text: what it has no letter for becomes a visible box.
 * Embedded is only the part that is used.
 */
final class Typeface {
    private static final char BOX = '\u25A1';
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final PDFont font;
    private final Map<Integer, Boolean> known = new HashMap<>();

    private Typeface(PDFont font) {
        this.font = font;
    }

    /** Loads a font from the class path into the document. */
    static Typeface load(PDDocument document, String resource) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("font " + resource);
            }
            TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Ligatures are not in getStringWidth: lines would come out longer than measured.
            letters.setEnableGsub(false);
            return new Typeface(PDType0Font.load(document, letters, true));
        }
    }

    PDFont font() {
        return font;
    }

    /** Width of a printable text in points. */
    float width(String printable, float size) {
        try {
            return font.getStringWidth(printable) / 1000 * size;
        } catch (IOException e) {
            throw new IllegalStateException("a font in memory cannot be read", e);
        }
    }

    /** The text with only what this font can show, on one line. */
    String printable(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    private void append(StringBuilder shown, int c) {
        int type = Character.getType(c);
        if (Character.isWhitespace(c) || c == '\u202F') {
            shown.append(c == '\u202F' ? NO_BREAK_SPACE : ' ');
        } else if (type == Character.FORMAT || type == Character.CONTROL || isVariation(c)) {
            return;
        } else if (canShow(c)) {
            shown.appendCodePoint(c);
        } else if (c == '\u2010' || c == '\u2011') {
            shown.append('-');
        } else if (type != Character.NON_SPACING_MARK) {
            shown.append(canShow(BOX) ? BOX : '?');
        }
    }

    /** Variation selectors and emoji modifiers belong to the sign before. */
    private static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
    }

    private boolean canShow(int c) {
        return known.computeIfAbsent(c, this::hasGlyph);
    }

    private boolean hasGlyph(int c) {
        try {
            font.encode(Character.toString(c));
            return true;
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }
}
