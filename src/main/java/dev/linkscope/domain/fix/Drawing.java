package dev.linkscope.domain.fix;

import java.util.List;
import java.util.Locale;

/**
 * A line drawing beside the words of a step.
 *
 * @param name stable
 * @param width of its box, in units of the drawing
 * @param height of its box, in the same units
 * @param shapes to be drawn in this order, lines 2 to 3 units wide with round ends
 * @param altKey key of what it shows, for those who do not see it
 */
public record Drawing(String name, double width, double height, List<Shape> shapes, String altKey) {
    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /**
     * One shape.
     *
     * @param path SVG path data (SVG 2, 9.3), inside the box
     * @param role what it is for, which gives its colours
     */
    public record Shape(String path, Role role) {}

    /** What a shape is for. */
    public enum Role {
        /** An outline in the colour of text. */
        LINE,
        /** A body: outlined as a line, filled with a quiet colour. */
        FILL,
        /** An outline that catches the eye: what to do. */
        ACCENT,
        /** An outline in the background: what was before, or lies around. */
        MUTED;

        /** Name in data. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
