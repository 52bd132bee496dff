package dev.linkscope.ui.pictures;

import java.awt.image.BufferedImage;

/**
 * Average colours of windows of a picture, from sums over all rectangles that begin at its corner.
 */
final class Averages {
    private static final int SIDE = Likeness.WINDOW;
    private static final double AREA = SIDE * SIDE;

    /** White of D65, by which sRGB is defined (IEC 61966-2-1). */
    private static final double WHITE_X = 0.95047;

    private static final double WHITE_Z = 1.08883;

    private final int width;
    private final int height;
    private final int[][] sums = new int[3][];

    Averages(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int channel = 0; channel < 3; channel++) {
            sums[channel] = sums(pixels, 16 - 8 * channel);
        }
    }

    private int[] sums(int[] pixels, int shift) {
        var sum = new int[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            int line = 0;
            for (int x = 0; x < width; x++) {
                line += pixels[y * width + x] >> shift & 0xff;
                sum[(y + 1) * (width + 1) + x + 1] = sum[y * (width + 1) + x + 1] + line;
            }
        }
        return sum;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Whether a window that begins there lies in the picture. */
    boolean holds(int x, int y) {
        return x >= 0 && y >= 0 && x + SIDE <= width && y + SIDE <= height;
    }

    private int sum(int channel, int x, int y) {
        int[] all = sums[channel];
        int across = width + 1;
        return all[(y + SIDE) * across + x + SIDE]
                - all[y * across + x + SIDE]
                - all[(y + SIDE) * across + x]
                + all[y * across + x];
    }

    /** ΔE*ab between a window of this picture and one of another. */
    double difference(int x, int y, Averages other, int otherX, int otherY) {
        int apart = 0;
        for (int channel = 0; channel < 3; channel++) {
            apart += Math.abs(sum(channel, x, y) - other.sum(channel, otherX, otherY));
        }
        if (apart == 0) {
            return 0;
        }
        double[] one = lab(x, y);
        double[] two = other.lab(otherX, otherY);
        return Math.sqrt(
                square(one[0] - two[0]) + square(one[1] - two[1]) + square(one[2] - two[2]));
    }

    private static double square(double value) {
        return value * value;
    }

    /** CIELAB of a window's average. */
    private double[] lab(int x, int y) {
        double red = linear(sum(0, x, y) / AREA / 255);
        double green = linear(sum(1, x, y) / AREA / 255);
        double blue = linear(sum(2, x, y) / AREA / 255);
        double bright = root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double first = root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double last = root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        return new double[] {116 * bright - 16, 500 * (first - bright), 200 * (bright - last)};
    }

    /** The curve of sRGB undone (IEC 61966-2-1). */
    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double root(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }
}
