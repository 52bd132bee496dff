package dev.linkscope.ui.fix;

import java.util.List;

/**
 * A drawing beside the words of a step.
 *
 * @param width width of its plane, in units of its paths
 * @param height height of its plane
 * @param strokes what is drawn, from back to front
 * @param alt what it shows, in words
 */
public record StepDrawing(double width, double height, List<Stroke> strokes, String alt) {
    public StepDrawing {
        strokes = List.copyOf(strokes);
    }

    /**
     * One shape.
     *
     * @param path in the language of SVG paths
     * @param role what it is: {@code line}, {@code fill}, {@code accent}, {@code good}, {@code bad}
     *     or {@code muted}
     */
    public record Stroke(String path, String role) {}
}
