package dev.linkscope.report.pdf;

import java.awt.Color;
import java.io.IOException;

/**
 * A state's word in its colour, before the sentence it belongs to.
 *
 * @param type style of the word
 * @param color colour behind it; the word is white
 * @param word the state
 * @param sentence what follows
 * @param sentenceType style of the sentence
 */
record Pill(Type type, Color color, String word, String sentence, Type sentenceType)
        implements Block {
    private static final float SIDE = 5;
    private static final float GAP = 7;
    private static final int MAX_LINES = 4;

    @Override
    public float height(float width) {
        // The word stands there also without a sentence.
        return Math.max(sentenceType.leading(), words().height(width - indent()));
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        float height = type.leading() + 1.6f;
        float down = (sentenceType.leading() - height) / 2;
        ink.fillRound(color, x, top + down, indent() - GAP, height, height / 2);
        ink.text(type, Palette.PAPER, x + SIDE, top + down + 1.6f, word);
        words().draw(ink, x + indent(), top, width - indent());
    }

    private float indent() {
        return type.width(word) + 2 * SIDE + GAP;
    }

    private Words words() {
        return new Words(sentenceType, Palette.INK, sentence, MAX_LINES);
    }
}
