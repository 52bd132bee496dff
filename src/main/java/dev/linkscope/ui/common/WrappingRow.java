package dev.linkscope.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/**
 * Nodes side by side that go on in another line where one is not enough, as with large text or in
 * long languages. Nodes that grow in an {@link HBox} grow here; those count with their least width.
 */
public class WrappingRow extends Pane {
    private static final double GAP = 10;

    /** Nodes of one line, and its height. */
    private record Line(List<Node> nodes, double height) {}

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private static boolean grows(Node node) {
        return HBox.getHgrow(node) == Priority.ALWAYS;
    }

    private static double least(Node node) {
        return node.minWidth(-1);
    }

    private static double wanted(Node node) {
        return grows(node) ? least(node) : Math.max(least(node), node.prefWidth(-1));
    }

    private List<Line> lines(double width) {
        var lines = new ArrayList<Line>();
        var line = new ArrayList<Node>();
        double used = 0;
        for (Node node : getManagedChildren()) {
            double one = wanted(node);
            if (!line.isEmpty() && used + GAP + one > width) {
                lines.add(line(line));
                line.clear();
                used = 0;
            }
            used += (line.isEmpty() ? 0 : GAP) + one;
            line.add(node);
        }
        if (!line.isEmpty()) {
            lines.add(line(line));
        }
        return lines;
    }

    private static Line line(List<Node> nodes) {
        double height = nodes.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
        return new Line(List.copyOf(nodes), height);
    }

    private double inner(double width) {
        Insets insets = getInsets();
        return width - insets.getLeft() - insets.getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        Insets insets = getInsets();
        double widest =
                getManagedChildren().stream().mapToDouble(WrappingRow::least).max().orElse(0);
        return insets.getLeft() + widest + insets.getRight();
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        double all =
                getManagedChildren().stream()
                        .mapToDouble(node -> Math.max(least(node), node.prefWidth(-1)))
                        .sum();
        double gaps = GAP * Math.max(0, getManagedChildren().size() - 1);
        return insets.getLeft() + all + gaps + insets.getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = width < 0 ? Double.MAX_VALUE : inner(width);
        List<Line> lines = lines(room);
        double heights = lines.stream().mapToDouble(Line::height).sum();
        return insets.getTop() + heights + GAP * Math.max(0, lines.size() - 1) + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = inner(getWidth());
        double top = insets.getTop();
        for (Line line : lines(room)) {
            place(line, insets.getLeft(), top, room);
            top += line.height() + GAP;
        }
    }

    // What is left goes to the nodes that grow: first up to the width they want, then to spacers.
    private static void place(Line line, double left, double top, double room) {
        double gaps = GAP * (line.nodes().size() - 1);
        double rest = room - gaps - line.nodes().stream().mapToDouble(WrappingRow::wanted).sum();
        long growing = line.nodes().stream().filter(WrappingRow::grows).count();
        double x = left;
        for (Node node : line.nodes()) {
            double width = wanted(node);
            if (grows(node)) {
                double most = Math.min(node.maxWidth(-1), width + Math.max(0, rest / growing));
                rest -= most - width;
                growing--;
                width = most;
            }
            double height = Math.min(line.height(), node.prefHeight(width));
            node.resizeRelocate(
                    Math.rint(x),
                    Math.rint(top + (line.height() - height) / 2),
                    Math.min(width, room),
                    height);
            x += width + GAP;
        }
    }
}
