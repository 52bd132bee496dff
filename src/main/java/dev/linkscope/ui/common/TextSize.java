package dev.linkscope.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/**
 * The size of all text in a window, 1 to 2 times the usual (WCAG 2.2, 1.4.4).
 *
 * <p>The sheets name sizes in pixels at the usual size; here they are read with larger ones. Em
 * would not do: an icon's em is its own size. What is as high as a line of text grows with it;
 * widths grow half as much, so that lines become shorter rather than the window wider. Room between
 * things stays as it is.
 */
public final class TextSize {
    /** The usual size. */
    public static final double USUAL = 1;

    /** The largest size. */
    public static final double LARGEST = 2;

    private static final Pattern LENGTH =
            Pattern.compile(
                    "(-fx-(?:font-size|icon-size|size|fixed-cell-size|(?:min|pref|max)-(?:height|width)))"
                            + ": ([0-9.]+)px");

    private TextSize() {}

    /**
     * Gives a scene and what pops up above it Linkscope's sheets with text of this size.
     *
     * @param factor times the usual size; what lies outside 1 to 2 is brought there
     */
    public static void apply(Scene scene, double factor) {
        double inside = Math.clamp(factor, USUAL, LARGEST);
        property(scene).set(inside);
        List<String> sheets = Theme.sheets();
        scene.getStylesheets()
                .setAll(
                        inside == USUAL
                                ? sheets
                                : sheets.stream().map(sheet -> larger(sheet, inside)).toList());
    }

    /** How large text is where this node is, told again when it changes; 1 outside of a window. */
    public static ObservableValue<Number> factor(Node node) {
        return node.sceneProperty().<Number>flatMap(TextSize::property).orElse(USUAL);
    }

    /**
     * Whether a node has less room than that, which is told for text of the usual size; told again
     * when its width or the text changes.
     */
    public static ObservableValue<Boolean> isNarrow(Region node, double width) {
        return factor(node)
                .flatMap(factor ->
                        node.widthProperty()
                                .map(now ->
                                        now.doubleValue()
                                                < width * ofWidths(factor.doubleValue())));
    }

    /** How much wider things get with text of this size: half as much as the text does. */
    public static double ofWidths(double factor) {
        return (1 + factor) / 2;
    }

    private static DoubleProperty property(Scene scene) {
        return (DoubleProperty)
                scene.getProperties()
                        .computeIfAbsent(TextSize.class, key -> new SimpleDoubleProperty(USUAL));
    }

    private static String larger(String sheet, double factor) {
        byte[] text = grown(read(sheet), factor).getBytes(StandardCharsets.UTF_8);
        return "data:text/css;charset=utf-8;base64," + Base64.getEncoder().encodeToString(text);
    }

    private static String read(String sheet) {
        try (InputStream in = URI.create(sheet).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(sheet, e);
        }
    }

    /** A sheet's text with what holds text made larger. */
    static String grown(String sheet, double factor) {
        return LENGTH.matcher(sheet).replaceAll(found -> grown(found, factor));
    }

    private static String grown(MatchResult found, double factor) {
        boolean width = found.group(1).endsWith("width");
        double by = width ? ofWidths(factor) : factor;
        double pixels = Double.parseDouble(found.group(2)) * by;
        return String.format(Locale.ROOT, "%s: %.1fpx", found.group(1), pixels);
    }
}
