package dev.linkscope.ui.pictures;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * How like two pictures look to a person at arm's length. Each is averaged over small windows, so
 * that the edges of glyphs, which every rasteriser draws in another way, do not count; the averages
 * are compared in CIELAB by ΔE*ab (CIE 15:2004, 8.2.1). A window may lie a few pixels off before it
 * is another one.
 */
public final class Likeness {
    /** Side of a window and way from one to the next, pixels: a window holds a letter or two. */
    static final int WINDOW = 12;

    static final int STEP = 6;

    /** A part of the picture may lie that many pixels off. */
    static final int SHIFT = 2;

    /**
     * The ΔE*ab from which a window is another one. Measured on the page of a printer: by half a
     * pixel, other smoothing, or a stroke 0.15 pixels bolder windows differ by up to 4.5; by a
     * border of another colour, the least that has to be seen, by 6.0.
     */
    static final double LIMIT = 5.5;

    /** So many windows that differ, and touch, are seen; a single one is dust. */
    static final int SEEN = 3;

    private Likeness() {}

    /**
     * The parts in which the second picture looks unlike the first; empty if it looks the same.
     *
     * @param expected one picture
     * @param actual another; if it has another size, all of it is unlike
     */
    public static List<Rectangle> differences(BufferedImage expected, BufferedImage actual) {
        int width = expected.getWidth();
        int height = expected.getHeight();
        if (width != actual.getWidth() || height != actual.getHeight()) {
            return List.of(new Rectangle(actual.getWidth(), actual.getHeight()));
        }
        return clusters(unlike(expected, actual));
    }

    private static boolean[][] unlike(BufferedImage expected, BufferedImage actual) {
        var before = new Averages(expected);
        var after = new Averages(actual);
        int columns = Math.max(0, (before.width() - WINDOW) / STEP + 1);
        int rows = Math.max(0, (before.height() - WINDOW) / STEP + 1);
        var unlike = new boolean[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                unlike[row][column] =
                        unlike(before, after, column * STEP, row * STEP, LIMIT) > LIMIT;
            }
        }
        return unlike;
    }

    /** ΔE*ab of the window that is most like it, or of the first that is below enough. */
    private static double unlike(Averages before, Averages after, int x, int y, double enough) {
        double least = before.difference(x, y, after, x, y);
        for (int dy = -SHIFT; dy <= SHIFT && least > enough; dy++) {
            for (int dx = -SHIFT; dx <= SHIFT && least > enough; dx++) {
                if (after.holds(x + dx, y + dy)) {
                    least = Math.min(least, before.difference(x, y, after, x + dx, y + dy));
                }
            }
        }
        return least;
    }

    private static List<Rectangle> clusters(boolean[][] unlike) {
        var found = new ArrayList<Rectangle>();
        for (int row = 0; row < unlike.length; row++) {
            for (int column = 0; column < unlike[row].length; column++) {
                if (unlike[row][column]) {
                    var part = new Rectangle(column * STEP, row * STEP, WINDOW, WINDOW);
                    if (take(unlike, row, column, part) >= SEEN) {
                        found.add(part);
                    }
                }
            }
        }
        return found;
    }

    /** Takes out all that touch, makes the part hold them, and counts them. */
    private static int take(boolean[][] unlike, int row, int column, Rectangle part) {
        var left = new ArrayDeque<int[]>();
        left.add(new int[] {row, column});
        unlike[row][column] = false;
        int count = 0;
        while (!left.isEmpty()) {
            int[] at = left.removeLast();
            part.add(new Rectangle(at[1] * STEP, at[0] * STEP, WINDOW, WINDOW));
            count++;
            for (int y = Math.max(0, at[0] - 1); y <= Math.min(unlike.length - 1, at[0] + 1); y++) {
                for (int x = Math.max(0, at[1] - 1);
                        x <= Math.min(unlike[y].length - 1, at[1] + 1);
                        x++) {
                    if (unlike[y][x]) {
                        unlike[y][x] = false;
                        left.add(new int[] {y, x});
                    }
                }
            }
        }
        return count;
    }
}
