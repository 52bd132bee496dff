package dev.linkscope.ui.control;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;

/** Diagonal lines in one colour: what nobody measured. A pattern is drawn in one stroke. */
final class Hatching {
    private static final int TILE = 6;

    private Paint colour = Color.TRANSPARENT;
    private Paint pattern = Color.TRANSPARENT;

    /** The lines in a colour; a paint that is no colour is taken as it is. */
    Paint in(Paint wanted) {
        if (!wanted.equals(colour)) {
            colour = wanted;
            pattern = wanted instanceof Color lines ? tiled(lines) : wanted;
        }
        return pattern;
    }

    private static ImagePattern tiled(Color lines) {
        var tile = new WritableImage(TILE, TILE);
        for (int i = 0; i < TILE; i++) {
            tile.getPixelWriter().setColor(i, TILE - 1 - i, lines);
            tile.getPixelWriter()
                    .setColor((i + 1) % TILE, TILE - 1 - i, lines.deriveColor(0, 1, 1, 0.45));
        }
        return new ImagePattern(tile, 0, 0, TILE, TILE, false);
    }
}
