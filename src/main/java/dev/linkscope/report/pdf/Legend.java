package dev.linkscope.report.pdf;

import dev.linkscope.i18n.Messages;
import java.io.IOException;

/** What the shapes of the charts mean, on one line. */
record Legend(Type type, Messages messages) implements Block {
    private static final float SIGN = 9;
    private static final float SIGN_HEIGHT = 6;
    private static final float BETWEEN = 14;

    @Override
    public float height(float width) {
        return type.leading() + 2;
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        float at = x;
        float y = top + 1.5f;
        ink.fill(Palette.BAND, at, y, SIGN, SIGN_HEIGHT);
        ink.line(Palette.LINE, 1, at, y + SIGN_HEIGHT / 2, at + SIGN, y + SIGN_HEIGHT / 2);
        at = word(ink, at, top, "report.pdf.legend.rate");
        ink.fill(Palette.FAILED, at + SIGN / 2, y, 0.9f, SIGN_HEIGHT);
        at = word(ink, at, top, "report.pdf.legend.failed");
        ink.fill(Palette.OUTAGE, at, y, SIGN, SIGN_HEIGHT);
        at = word(ink, at, top, "report.pdf.legend.outage");
        ink.hatch(Palette.GRID, at, y, SIGN, SIGN_HEIGHT);
        word(ink, at, top, "report.pdf.legend.blind");
    }

    private float word(Ink ink, float x, float top, String key) throws IOException {
        String text = messages.text(key);
        ink.text(type, Palette.MUTED, x + SIGN + 4, top, text);
        return x + SIGN + 4 + type.width(text) + BETWEEN;
    }
}
