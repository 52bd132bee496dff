package dev.linkscope.ui.access;

import dev.linkscope.ui.common.Overlay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;

/** What of a scene is in sight: all of it, or the card that lies above everything else. */
final class Sight {
    private Sight() {}

    /** The part that can be used now: the uppermost card if one is open. */
    static Parent root(Scene scene) {
        return nodes(scene.getRoot()).stream()
                .filter(Overlay.class::isInstance)
                .map(Overlay.class::cast)
                .filter(overlay -> !overlay.getChildren().isEmpty())
                .map(overlay -> (Parent) overlay.getChildren().getLast())
                .findFirst()
                .orElse(scene.getRoot());
    }

    /** Every node that is drawn, skins included, from the back to the front. */
    static List<Node> nodes(Node from) {
        var all = new ArrayList<Node>();
        collect(from, all::add);
        return all;
    }

    private static void collect(Node node, Consumer<Node> told) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        told.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, told));
        }
    }

    /** The nodes that a user meets: of a control its content, not what its skin is made of. */
    static List<Node> met(Node from) {
        var all = new ArrayList<Node>();
        meet(from, all::add);
        return all;
    }

    private static void meet(Node node, Consumer<Node> told) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        told.accept(node);
        switch (node) {
            case ScrollPane pane when pane.getContent() != null -> meet(pane.getContent(), told);
            case Labeled labeled when labeled.getGraphic() != null ->
                    meet(labeled.getGraphic(), told);
            case ListView<?> list -> cells(list, told);
            case TableView<?> table -> cells(table, told);
            case TabPane tabs when tabs.getSelectionModel().getSelectedItem() != null -> {
                Node content = tabs.getSelectionModel().getSelectedItem().getContent();
                if (content != null) {
                    meet(content, told);
                }
            }
            case Control _ -> {}
            case Parent parent ->
                    parent.getChildrenUnmodifiable().forEach(child -> meet(child, told));
            default -> {}
        }
    }

    private static void cells(Control list, Consumer<Node> told) {
        nodes(list).stream()
                .filter(Cell.class::isInstance)
                .map(Cell.class::cast)
                .filter(cell -> !cell.isEmpty())
                .filter(cell -> !cell.getChildrenUnmodifiable().isEmpty())
                .forEach(cell -> meet(cell, told));
    }

    /** Where the node is: the ids and classes that lead to it. */
    static String path(Node node) {
        var path = new StringBuilder();
        int steps = 0;
        for (Node at = node; at != null && steps < 3; at = at.getParent()) {
            String one = name(at);
            if (!one.isEmpty()) {
                path.insert(0, steps == 0 ? one : one + " > ");
                steps++;
            }
            if (at.getId() != null && !at.equals(node)) {
                break;
            }
        }
        return path.toString();
    }

    private static String name(Node node) {
        String kind = node.getClass().getSimpleName();
        if (node.getId() != null) {
            return kind + "#" + node.getId();
        }
        return kind
                + node.getStyleClass().stream().map(one -> "." + one).reduce("", String::concat);
    }

    /** Whether the node is drawn inside one of that type, or is one. */
    static boolean isWithin(Node node, Class<?> type) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the node or what holds it is switched off: WCAG asks nothing of such. */
    static boolean isOff(Node node) {
        return node.isDisabled();
    }

    /** Whether the user typed this text, or will. */
    static boolean isTyped(Node node) {
        return isWithin(node, TextInputControl.class);
    }

    /** The texts shown, signs of icon fonts among them. */
    static List<Text> texts(Node from) {
        return nodes(from).stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.getText().isBlank())
                .toList();
    }

    /** The pixels of a picture as ARGB, line by line. */
    static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}
