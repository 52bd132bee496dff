package dev.linkscope.report.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * One embedded font that can show any text: a letter that it has not comes from another font, and
 * one that none has becomes a visible box. Embedded is only the part that is used.
 */
final class Typeface {
    private static final int BOX = '\u25A1';

    /** How one letter is drawn. */
    private record Letter(PDFont font, String drawn, float advance, boolean box) {}

    private final PDFont font;
    private final FallbackFonts fallbacks;
    private final Map<Integer, Letter> known = new HashMap<>();

    private Typeface(PDFont font, FallbackFonts fallbacks) {
        this.font = font;
        this.fallbacks = fallbacks;
    }

    /** Loads a font from the class path into the document. */
    static Typeface load(PDDocument document, String resource, FallbackFonts fallbacks)
            throws IOException {
        return new Typeface(embedded(document, resource), fallbacks);
    }

    /** A font of the class path, a part of which goes into the document. */
    static PDFont embedded(PDDocument document, String resource) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("font " + resource);
            }
            return embedded(document, new TTFParser().parse(new RandomAccessReadBuffer(in)));
        }
    }

    static PDFont embedded(PDDocument document, TrueTypeFont letters) throws IOException {
        // Ligatures are not in the widths of letters: lines would come out longer than measured.
        letters.setEnableGsub(false);
        return PDType0Font.load(document, letters, true);
    }

    /** Width of a printable text in points. */
    float width(String printable, float size) {
        float sum = 0;
        String shaped = ArabicShaping.shaped(printable);
        for (int i = 0; i < shaped.length(); i += Character.charCount(shaped.codePointAt(i))) {
            sum += letter(shaped.codePointAt(i)).advance();
        }
        return sum / 1000 * size;
    }

    /** A line as it is drawn. */
    Letters letters(String line) {
        String text = printable(line);
        String visual = RightToLeft.visual(ArabicShaping.shaped(text));
        List<Letters.Run> runs = new ArrayList<>();
        var run = new StringBuilder();
        PDFont of = font;
        boolean boxes = false;
        for (int i = 0; i < visual.length(); i += Character.charCount(visual.codePointAt(i))) {
            Letter letter = letter(visual.codePointAt(i));
            boxes |= letter.box();
            if (!letter.font().equals(of) && !run.isEmpty()) {
                runs.add(new Letters.Run(of, run.toString()));
                run.setLength(0);
            }
            of = letter.font();
            run.append(letter.drawn());
        }
        if (!run.isEmpty()) {
            runs.add(new Letters.Run(of, run.toString()));
        }
        return new Letters(text, runs, !boxes && visual.equals(text));
    }

    /** The text on one line, without what no letter is. */
    String printable(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var shown = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int c) {
        if (c == '\u202F') {
            shown.append('\u00A0');
        } else if (c == '\u2010' || c == '\u2011') {
            shown.append('-');
        } else if (Character.isWhitespace(c)) {
            shown.append(' ');
        } else if (!isVariation(c)) {
            switch (Character.getType(c)) {
                case Character.FORMAT, Character.CONTROL -> {}
                // What has no meaning that others know cannot be read aloud or searched for.
                case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
                        shown.appendCodePoint(BOX);
                default -> shown.appendCodePoint(c);
            }
        }
    }

    /** Variation selectors and emoji modifiers belong to the sign before. */
    private static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
    }

    private Letter letter(int c) {
        Letter letter = known.get(c);
        if (letter == null) {
            letter = find(c);
            known.put(c, letter);
        }
        return letter;
    }

    private Letter find(int c) {
        String text = Character.toString(c);
        if (advance(font, text) >= 0) {
            return new Letter(font, text, advance(font, text), false);
        }
        PDFont other = fallbacks.with(c);
        if (other != null) {
            return new Letter(other, text, advance(other, text), false);
        }
        if (RightToLeft.isMark(c)) {
            return new Letter(font, "", 0, true);
        }
        String box = advance(font, Character.toString(BOX)) >= 0 ? Character.toString(BOX) : "?";
        return new Letter(font, box, advance(font, box), true);
    }

    /** Thousandths of the size that a letter takes; negative if the font has it not. */
    static float advance(@Nullable PDFont font, String letter) {
        try {
            return font == null ? -1 : font.getStringWidth(letter);
        } catch (IllegalArgumentException | IOException e) {
            return -1;
        }
    }
}
