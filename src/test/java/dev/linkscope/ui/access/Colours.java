package dev.linkscope.ui.access;

import javafx.scene.paint.Color;

/** How far apart colours are: for reading (WCAG 2.2) and to the eye (CIEDE2000). */
final class Colours {
    private Colours() {}

    /** Contrast, 1 to 21: WCAG 2.2, "contrast ratio". */
    static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Relative luminance, 0 to 1: WCAG 2.2, "relative luminance". */
    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    /** A channel of sRGB as light: IEC 61966-2-1. */
    static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /** The other way round. */
    static double encoded(double light) {
        double inside = Math.clamp(light, 0, 1);
        return inside <= 0.0031308 ? 12.92 * inside : 1.055 * Math.pow(inside, 1 / 2.4) - 0.055;
    }

    /** A colour laid over another. */
    static Color over(Color upper, double opacity, Color lower) {
        double share = upper.getOpacity() * opacity;
        return lower.interpolate(
                Color.color(upper.getRed(), upper.getGreen(), upper.getBlue()), share);
    }

    /** CIELAB coordinates under D65. */
    static double[] lab(Color colour) {
        double r = linear(colour.getRed());
        double g = linear(colour.getGreen());
        double b = linear(colour.getBlue());
        double x = bent((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        double y = bent(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = bent((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bent(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }

    /**
     * Difference to the eye: Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula", Color
     * Research and Application 30 (2005), equations 2 to 22.
     */
    static double difference(Color one, Color other) {
        return difference(lab(one), lab(other));
    }

    /** The same of CIELAB coordinates. */
    static double difference(double[] one, double[] other) {
        double c1 = Math.hypot(one[1], one[2]);
        double c2 = Math.hypot(other[1], other[2]);
        double mean7 = Math.pow((c1 + c2) / 2, 7);
        double g = 0.5 * (1 - Math.sqrt(mean7 / (mean7 + Math.pow(25, 7))));
        double a1 = (1 + g) * one[1];
        double a2 = (1 + g) * other[1];
        double chroma1 = Math.hypot(a1, one[2]);
        double chroma2 = Math.hypot(a2, other[2]);
        double hue1 = hue(a1, one[2]);
        double hue2 = hue(a2, other[2]);
        double turn = chroma1 * chroma2 == 0 ? 0 : hue2 - hue1;
        turn = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
        double dl = other[0] - one[0];
        double dc = chroma2 - chroma1;
        double dh = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin(Math.toRadians(turn / 2));
        double l = (one[0] + other[0]) / 2;
        double c = (chroma1 + chroma2) / 2;
        double h = hue1 + hue2;
        if (chroma1 * chroma2 != 0) {
            h = Math.abs(hue1 - hue2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;
        }
        double t =
                1
                        - 0.17 * Math.cos(Math.toRadians(h - 30))
                        + 0.24 * Math.cos(Math.toRadians(2 * h))
                        + 0.32 * Math.cos(Math.toRadians(3 * h + 6))
                        - 0.20 * Math.cos(Math.toRadians(4 * h - 63));
        double far = (l - 50) * (l - 50);
        double sl = 1 + 0.015 * far / Math.sqrt(20 + far);
        double sc = 1 + 0.045 * c;
        double sh = 1 + 0.015 * c * t;
        double c7 = Math.pow(c, 7);
        double bend = 30 * Math.exp(-Math.pow((h - 275) / 25, 2));
        double rt =
                -2 * Math.sqrt(c7 / (c7 + Math.pow(25, 7))) * Math.sin(Math.toRadians(2 * bend));
        return Math.sqrt(
                Math.pow(dl / sl, 2)
                        + Math.pow(dc / sc, 2)
                        + Math.pow(dh / sh, 2)
                        + rt * (dc / sc) * (dh / sh));
    }

    private static double hue(double a, double b) {
        double angle = Math.toDegrees(Math.atan2(b, a));
        return angle < 0 ? angle + 360 : angle;
    }
}
