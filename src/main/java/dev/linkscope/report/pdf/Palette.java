package dev.linkscope.report.pdf;

import dev.linkscope.domain.loss.PaneState;
import java.awt.Color;

/**
 * Colours on paper. None of them is the only sign of anything: each goes with a word or a shape.
 */
final class Palette {
    static final Color INK = new Color(0x1f2328);
    static final Color MUTED = new Color(0x59636e);
    static final Color GRID = new Color(0x8c959f);
    static final Color RULE = new Color(0xd8dee4);
    static final Color PANEL = new Color(0xf6f8fa);
    static final Color TRACK = new Color(0xe6eaee);
    static final Color LINE = new Color(0x0550ae);
    static final Color BAND = new Color(0xdbe9fb);
    static final Color FAILED = new Color(0xa40e26);
    static final Color OUTAGE = new Color(0xf9dcde);
    static final Color WARNING = new Color(0xfff1b8);
    static final Color WARNING_EDGE = new Color(0xbf8700);
    static final Color NOTE = new Color(0xeef6ff);
    static final Color PAPER = Color.WHITE;

    private Palette() {}

    /** Colour of a state's edge and word. */
    static Color of(PaneState state) {
        return switch (state) {
            case HEALTHY, CLEAN_SO_FAR -> new Color(0x1a7f37);
            case WATCH -> new Color(0x9a6700);
            case TAKE_ACTION, NO_CONNECTION -> new Color(0xcf222e);
            case NO_DATA -> MUTED;
        };
    }
}
