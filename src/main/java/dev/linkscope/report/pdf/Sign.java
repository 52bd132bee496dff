package dev.linkscope.report.pdf;

import java.awt.Color;
import java.io.IOException;

/** How something stands, as a shape of its own: it can be told apart without its colour. */
enum Sign {
    /** A disc with a tick. */
    GOOD(new Color(0x1a7f37)),
    /** A triangle with a stroke. */
    BREAKS(new Color(0x9a6700)),
    /** A square with a cross. */
    BAD(new Color(0xcf222e)),
    /** A ring with a bar. */
    SKIPPED(new Color(0x6e7781)),
    /** A hollow diamond. */
    UNKNOWN(new Color(0x6e7781));

    /** Width and height in points. */
    static final float SIZE = 6.6f;

    private final Color color;

    Sign(Color color) {
        this.color = color;
    }

    Color color() {
        return color;
    }

    /** Draws it with its upper left corner there. */
    void draw(Ink ink, float x, float top) throws IOException {
        switch (this) {
            case GOOD -> {
                ink.fillRound(color, x, top, SIZE, SIZE, SIZE / 2);
                stroke(ink, Palette.PAPER, x, top, .24f, .52f, .43f, .71f, .77f, .32f);
            }
            case BREAKS -> {
                float[] xs = {x + SIZE / 2, x + SIZE * 1.04f, x - SIZE * .04f};
                float[] ys = {top - .3f, top + SIZE, top + SIZE};
                ink.polygon(color, xs, ys, 3);
                stroke(ink, Palette.PAPER, x, top, .5f, .34f, .5f, .66f);
                stroke(ink, Palette.PAPER, x, top, .5f, .77f, .5f, .88f);
            }
            case BAD -> {
                ink.fillRound(color, x, top, SIZE, SIZE, 1);
                stroke(ink, Palette.PAPER, x, top, .27f, .27f, .73f, .73f);
                stroke(ink, Palette.PAPER, x, top, .73f, .27f, .27f, .73f);
            }
            case SKIPPED -> {
                ink.strokeRound(color, x + .3f, top + .3f, SIZE - .6f, SIZE - .6f, SIZE / 2);
                stroke(ink, color, x, top, .28f, .5f, .72f, .5f);
            }
            case UNKNOWN -> stroke(ink, color, x, top, .5f, 0, 1, .5f, .5f, 1, 0, .5f, .5f, 0);
        }
    }

    /** A line through points given as shares of the size. */
    private static void stroke(Ink ink, Color color, float x, float top, float... shares)
            throws IOException {
        int count = shares.length / 2;
        float[] xs = new float[count];
        float[] ys = new float[count];
        for (int i = 0; i < count; i++) {
            xs[i] = x + shares[2 * i] * SIZE;
            ys[i] = top + shares[2 * i + 1] * SIZE;
        }
        ink.polyline(color, .9f, xs, ys, count);
    }
}
