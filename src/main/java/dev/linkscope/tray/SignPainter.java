package dev.linkscope.tray;

import dev.linkscope.engine.port.Tray.Sign;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws the symbol: a disc with a tick, a triangle, an octagon with a cross, an open ring. The
 * shapes alone tell them apart; the colours are those of the window, and the light edge keeps them
 * readable on bars of either brightness.
 */
final class SignPainter {
    /** Bars take the size that fits best. */
    private static final int[] SIZES = {16, 22, 24, 32, 48};

    private static final Color GOOD = new Color(0x1a7f37);
    private static final Color WATCH = new Color(0xbf8700);
    private static final Color BAD = new Color(0xcf222e);
    private static final Color NEUTRAL = new Color(0x6e7781);

    private SignPainter() {}

    /** The symbol in all sizes. */
    static List<Pixmap> draw(Sign sign) {
        return IntStream.of(SIZES).mapToObj(size -> pixmap(image(sign, size))).toList();
    }

    /** The symbol in one size. */
    static BufferedImage image(Sign sign, int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            // Everything is drawn on a field of 16 by 16.
            pen.scale(size / 16.0, size / 16.0);
            switch (sign) {
                case GOOD -> {
                    fill(pen, new Ellipse2D.Double(1.5, 1.5, 13, 13), GOOD);
                    line(pen, 4.8, 8.2, 7.1, 10.6, 11.3, 5.8);
                }
                case WATCH -> {
                    fill(pen, polygon(8, 1.2, 15.2, 14.4, 0.8, 14.4), WATCH);
                    line(pen, 8, 6, 8, 9.6);
                    line(pen, 8, 12.1, 8, 12.2);
                }
                case BAD -> {
                    fill(
                            pen,
                            polygon(
                                    5.1, 1, 10.9, 1, 15, 5.1, 15, 10.9, 10.9, 15, 5.1, 15, 1, 10.9,
                                    1, 5.1),
                            BAD);
                    line(pen, 5.6, 5.6, 10.4, 10.4);
                    line(pen, 10.4, 5.6, 5.6, 10.4);
                }
                case NEUTRAL -> {
                    pen.setStroke(new BasicStroke(4.2f));
                    pen.setColor(Color.WHITE);
                    pen.draw(new Ellipse2D.Double(3, 3, 10, 10));
                    pen.setStroke(new BasicStroke(2.6f));
                    pen.setColor(NEUTRAL);
                    pen.draw(new Ellipse2D.Double(3, 3, 10, 10));
                }
            }
        } finally {
            pen.dispose();
        }
        return image;
    }

    private static void fill(Graphics2D pen, Shape shape, Color colour) {
        pen.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(Color.WHITE);
        pen.draw(shape);
        pen.setColor(colour);
        pen.fill(shape);
    }

    private static void line(Graphics2D pen, double... points) {
        pen.setStroke(new BasicStroke(1.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(Color.WHITE);
        pen.draw(path(points));
    }

    private static Shape polygon(double... points) {
        Path2D path = path(points);
        path.closePath();
        return path;
    }

    private static Path2D path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private static Pixmap pixmap(BufferedImage image) {
        int size = image.getWidth();
        int[] argb = image.getRGB(0, 0, size, size, null, 0, size);
        // The order of network bytes, which is that of Java.
        var bytes = ByteBuffer.allocate(argb.length * Integer.BYTES);
        bytes.asIntBuffer().put(argb);
        return new Pixmap(size, size, bytes.array());
    }
}
