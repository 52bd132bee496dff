package dev.linkscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/** A word-sized line of shares from 0 to 1, without axes; its colour comes from the sheets. */
public final class Sparkline extends Pane {
    private static final double WIDTH = 92;
    private static final double HEIGHT = 20;

    /** Shares below this are drawn to the same scale, so that noise does not look like trouble. */
    private static final double SMALLEST_TOP = 0.10;

    private final Polyline line = new Polyline();

    /** An empty line. */
    public Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        getChildren().add(line);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    /** Shows these shares at equal distances. */
    public void show(List<Double> shares) {
        double top = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double scale = (HEIGHT - 2) / Math.max(SMALLEST_TOP, top);
        double step = WIDTH / Math.max(1, shares.size() - 1);
        var points = new ArrayList<Double>(shares.size() * 2);
        for (int i = 0; i < shares.size(); i++) {
            points.add(i * step);
            points.add(HEIGHT - 1 - shares.get(i) * scale);
        }
        line.getPoints().setAll(points);
    }
}
