package dev.linkscope.ui.access;

import dev.linkscope.ui.access.Miss.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** Finds what is shortened, cut off, on top of each other, or too small to be hit. */
final class LayoutCheck {
    /** WCAG 2.2, 2.5.8; half a pixel is lost by rounding. */
    private static final double TARGET = 23.5;

    private static final double ROUNDING = 1.5;

    private final Scene scene;
    private final List<Miss> misses = new ArrayList<>();

    private LayoutCheck(Scene scene) {
        this.scene = scene;
    }

    /** What does not fit below that node. */
    static List<Miss> of(Scene scene, Node root) {
        var check = new LayoutCheck(scene);
        List<Node> nodes = Sight.nodes(root);
        nodes.stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(labeled -> !Sight.isTyped(labeled))
                .forEach(check::shortened);
        List<Text> texts = Sight.texts(root).stream().filter(text -> !Sight.isTyped(text)).toList();
        texts.forEach(check::cut);
        check.onEachOther(texts.stream().filter(text -> !(text instanceof FontIcon)).toList());
        Sight.met(root).forEach(check::small);
        return check.misses;
    }

    private void shortened(Labeled labeled) {
        // A column is as wide as its reader makes it.
        if (Sight.isWithin(labeled, TableColumnHeader.class)) {
            return;
        }
        String whole = Optional.ofNullable(labeled.getText()).orElse("");
        Optional<Text> shown =
                labeled.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .filter(text -> !(text instanceof FontIcon))
                        .findFirst();
        if (shown.isEmpty() || whole.isBlank()) {
            return;
        }
        Text text = shown.get();
        String plain = labeled.isMnemonicParsing() ? whole.replaceFirst("_", "") : whole;
        boolean told =
                labeled.getTooltip() != null
                        && labeled.getTooltip().getText().contains(whole)
                        && !(labeled instanceof ButtonBase);
        // A cell makes its explanation when the mouse comes; a list's cell is read as a whole.
        told |= isToldByItsCell(labeled, whole);
        if (!text.getText().strip().equals(plain.strip()) && !told) {
            miss(Kind.CUT, labeled, "“" + text.getText() + "” of “" + whole + "”");
        } else if (text.getLayoutBounds().getHeight() > labeled.getHeight() + ROUNDING) {
            miss(
                    Kind.CUT,
                    labeled,
                    "%.0f pixels of text in %.0f, “%s”",
                    text.getLayoutBounds().getHeight(),
                    labeled.getHeight(),
                    whole);
        }
    }

    private static boolean isToldByItsCell(Labeled labeled, String whole) {
        if (labeled instanceof TableCell<?, ?> cell && cell.getOnMouseEntered() != null) {
            cell.getOnMouseEntered().handle(null);
            return cell.getTooltip() != null && cell.getTooltip().getText().contains(whole);
        }
        return false;
    }

    private void cut(Text text) {
        Bounds at = text.localToScene(text.getLayoutBounds());
        for (Node holder = text.getParent(); holder != null; holder = holder.getParent()) {
            Bounds room = holder.localToScene(holder.getLayoutBounds());
            if (holder.getParent() instanceof ScrollPane pane
                    && holder.getStyleClass().contains("viewport")) {
                if (pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER
                        && !fitsAcross(at, room)) {
                    miss(Kind.CUT, text, "cannot be scrolled to, “%s”", text.getText());
                    return;
                }
                at = room;
            } else if (holder instanceof VirtualFlow<?> || holder instanceof TableHeaderRow) {
                // The heads of columns are scrolled sideways with their cells.
                at = room;
            } else if (holder.getClip() != null && !Sight.isWithin(holder, VirtualFlow.class)) {
                Bounds hole = holder.localToScene(holder.getClip().getBoundsInParent());
                if (!fitsAcross(at, hole) || !fitsDown(at, hole)) {
                    miss(Kind.CUT, text, "cut by %s, “%s”", Sight.path(holder), text.getText());
                    return;
                }
            }
        }
        Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
        if (!fitsAcross(at, window) || !fitsDown(at, window)) {
            miss(
                    Kind.CUT,
                    text,
                    "at %.0f to %.0f, %.0f to %.0f of the window, “%s”",
                    at.getMinX(),
                    at.getMaxX(),
                    at.getMinY(),
                    at.getMaxY(),
                    text.getText());
        }
    }

    private static boolean fitsAcross(Bounds inner, Bounds outer) {
        return inner.getMinX() >= outer.getMinX() - ROUNDING
                && inner.getMaxX() <= outer.getMaxX() + ROUNDING;
    }

    private static boolean fitsDown(Bounds inner, Bounds outer) {
        return inner.getMinY() >= outer.getMinY() - ROUNDING
                && inner.getMaxY() <= outer.getMaxY() + ROUNDING;
    }

    private void onEachOther(List<Text> texts) {
        List<Bounds> places = texts.stream().map(LayoutCheck::seen).toList();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                if (meet(places.get(i), places.get(j)) && !areLayers(texts.get(i), texts.get(j))) {
                    miss(
                            Kind.OVERLAP,
                            texts.get(i),
                            "“%s” and “%s”",
                            texts.get(i).getText(),
                            texts.get(j).getText());
                }
            }
        }
    }

    /** The part of a text that is not scrolled away or cut off, in the scene. */
    static Bounds seen(Text text) {
        Bounds at = text.localToScene(text.getLayoutBounds());
        for (Node holder = text.getParent(); holder != null; holder = holder.getParent()) {
            if (holder.getStyleClass().contains("viewport") || holder.getClip() != null) {
                at = common(at, holder.localToScene(holder.getLayoutBounds()));
            }
        }
        return at;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - left),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - top));
    }

    private static boolean meet(Bounds one, Bounds other) {
        Bounds both = common(one, other);
        return both.getWidth() > 2 && both.getHeight() > 4;
    }

    // What lies in a stack is meant to lie above something else.
    private static boolean areLayers(Node one, Node other) {
        for (Node at = one.getParent(); at != null; at = at.getParent()) {
            for (Node with = other.getParent(); with != null; with = with.getParent()) {
                if (at.equals(with)) {
                    return at instanceof StackPane || at instanceof TextFlow;
                }
            }
        }
        return true;
    }

    private void small(Node node) {
        boolean target =
                node instanceof ButtonBase
                        || node instanceof ComboBoxBase<?>
                        || node instanceof TextInputControl;
        if (!target || Sight.isWithin(node.getParent(), TextFlow.class)) {
            return;
        }
        Bounds size = node.getLayoutBounds();
        if (size.getWidth() < TARGET || size.getHeight() < TARGET) {
            miss(Kind.SMALL_TARGET, node, "%.0f × %.0f", size.getWidth(), size.getHeight());
        }
    }

    private void miss(Kind kind, Node node, String what, Object... args) {
        String said = args.length == 0 ? what : String.format(Locale.ROOT, what, args);
        misses.add(new Miss(kind, Sight.path(node), said));
    }
}
