package dev.linkscope.ui.control;

import dev.linkscope.ui.common.Direction;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** A word-sized line of shares from 0 to 1, without axes; its colour comes from the sheets. */
public final class Sparkline extends Pane {
    private static final double WIDTH = 92;
    private static final double HEIGHT = 20;

    /** Shares below this are drawn to the same scale, so that noise does not look like trouble. */
    private static final double SMALLEST_TOP = 0.10;

    private final Path line = new Path();
    private List<Double> shown = List.of();

    /** An empty line. */
    public Sparkline() {
        Direction.leftToRight(this);
        getStyleClass().add("sparkline");
        // Time runs from left to right in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        line.getStyleClass().add("sparkline-line");
        getChildren().add(line);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    /** Shows these shares at equal distances; NaN, which nobody measured, is a gap. */
    public void show(List<Double> shares) {
        if (shares.equals(shown)) {
            return;
        }
        shown = shares;
        double top = shares.stream().filter(Double::isFinite).reduce(0.0, Math::max);
        double scale = (HEIGHT - 2) / Math.max(SMALLEST_TOP, top);
        double step = WIDTH / Math.max(1, shares.size() - 1);
        var drawn = new ArrayList<PathElement>(shares.size());
        boolean pen = false;
        for (int i = 0; i < shares.size(); i++) {
            double share = shares.get(i);
            if (Double.isFinite(share)) {
                double y = HEIGHT - 1 - share * scale;
                drawn.add(pen ? new LineTo(i * step, y) : new MoveTo(i * step, y));
            }
            pen = Double.isFinite(share);
        }
        line.getElements().setAll(drawn);
    }
}
