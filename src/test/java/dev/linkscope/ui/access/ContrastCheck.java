package dev.linkscope.ui.access;

import dev.linkscope.ui.access.Miss.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Finds text that is too like what is painted behind it. What lies behind is read from a picture of
 * the scene without its texts.
 */
final class ContrastCheck {
    /** WCAG 2.2, 1.4.3. */
    private static final double TEXT = 4.5;

    /** WCAG 2.2, 1.4.3 for large text and 1.4.11 for signs. */
    private static final double LARGE = 3;

    /** 14 pt bold and 18 pt at 96 pixels to the inch. */
    private static final double LARGE_BOLD_PIXELS = 18.66;

    private static final double LARGE_PIXELS = 24;

    /** A colour that fills less than this part of the place is an edge. */
    private static final double GROUND = 0.08;

    private ContrastCheck() {}

    /** Texts of the scene that cannot be read well. */
    static List<Miss> of(Scene scene, Node root) {
        List<Text> texts = Sight.texts(root).stream().filter(text -> !Sight.isOff(text)).toList();
        // Scroll panes paint their content from a copy, which would still have its texts.
        Sight.nodes(root).forEach(node -> node.setCache(false));
        Map<Text, Double> before = new HashMap<>();
        for (Text text : texts) {
            before.put(text, text.getOpacity());
            text.setOpacity(0);
        }
        // A cursor that stands beside a short text is no ground of it.
        List<Node> carets = carets(root);
        carets.forEach(caret -> caret.setVisible(false));
        var ground = new Ground(scene);
        carets.forEach(caret -> caret.setVisible(true));
        texts.forEach(text -> text.setOpacity(before.get(text)));
        var misses = new ArrayList<Miss>();
        for (Text text : texts) {
            if (text.getFill() instanceof Color fill) {
                look(ground, text, fill, misses);
            }
        }
        return misses;
    }

    private static List<Node> carets(Node root) {
        return Sight.nodes(root).stream()
                .filter(node ->
                        node instanceof Path path
                                && path.getStroke() != null
                                && Sight.isTyped(node))
                .toList();
    }

    /** Where panels that lie above it, or their shadows, hide a text. */
    private static List<Bounds> covers(Text text) {
        var covers = new ArrayList<Bounds>();
        for (Node at = text; at.getParent() != null; at = at.getParent()) {
            if (at.getParent() instanceof StackPane layers) {
                List<Node> above = layers.getChildren();
                above.subList(above.indexOf(at) + 1, above.size()).stream()
                        .filter(ContrastCheck::hides)
                        .map(node -> layers.localToScene(node.getBoundsInParent()))
                        .forEach(covers::add);
            }
        }
        return covers;
    }

    private static boolean hides(Node node) {
        return node.isVisible()
                && node.getOpacity() == 1
                && node instanceof Region region
                && region.getBackground() != null
                && region.getBackground().getFills().stream()
                        .anyMatch(one ->
                                one.getFill() instanceof Color fill && fill.getOpacity() == 1);
    }

    /** What is painted behind all texts. */
    private static final class Ground {
        private final int width;
        private final int height;
        private final int[] pixels;

        Ground(Scene scene) {
            WritableImage picture = scene.snapshot(null);
            width = (int) picture.getWidth();
            height = (int) picture.getHeight();
            pixels = Sight.pixels(picture);
        }

        /** How often each colour is there where nothing covers the place. */
        Map<Integer, Integer> colours(Bounds at, List<Bounds> covers) {
            Map<Integer, Integer> colours = new HashMap<>();
            double bottom = Math.min(at.getMaxY(), height - 1);
            double right = Math.min(at.getMaxX(), width - 1);
            for (int y = (int) Math.max(0, at.getMinY()); y < bottom; y++) {
                for (int x = (int) Math.max(0, at.getMinX()); x < right; x++) {
                    if (!isCovered(x, y, covers)) {
                        colours.merge(pixels[y * width + x], 1, Integer::sum);
                    }
                }
            }
            return colours;
        }

        private static boolean isCovered(int x, int y, List<Bounds> covers) {
            for (Bounds cover : covers) {
                if (cover.contains(x, y)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
    }

    private static void look(Ground ground, Text text, Color fill, List<Miss> misses) {
        Map<Integer, Integer> colours = ground.colours(LayoutCheck.seen(text), covers(text));
        int all = colours.values().stream().mapToInt(Integer::intValue).sum();
        double needed = needed(text);
        double opacity = opacity(text);
        for (Map.Entry<Integer, Integer> one : colours.entrySet()) {
            if (one.getValue() < all * GROUND) {
                continue;
            }
            Color behind = colour(one.getKey());
            double contrast = Colours.contrast(Colours.over(fill, opacity, behind), behind);
            if (contrast < needed) {
                misses.add(
                        new Miss(
                                Kind.FAINT,
                                Sight.path(text),
                                String.format(
                                        Locale.ROOT,
                                        "%.2f of %.1f, %s on %s, “%s”",
                                        contrast,
                                        needed,
                                        fill,
                                        behind,
                                        text.getText())));
                return;
            }
        }
    }

    private static double needed(Text text) {
        Font font = text.getFont();
        boolean bold = font.getStyle().toLowerCase(Locale.ROOT).contains("bold");
        boolean large =
                font.getSize() >= LARGE_PIXELS || bold && font.getSize() >= LARGE_BOLD_PIXELS;
        return text instanceof FontIcon || large ? LARGE : TEXT;
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }
}
