package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.ui.chart.RateChart;
import java.time.Instant;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A drawing over the shared clock, with the pointer's line and the mark above it. All lanes have
 * the same room left and right of what they draw, so that moments lie below each other.
 */
public final class Lane extends Region {
    private final TimeView view;
    private final Region drawing;
    private final double below;
    private final Region mark = layer("lane-mark");
    private final Region pointer = layer("lane-pointer");
    private final Region ring = layer("lane-ring");

    /**
     * A lane.
     *
     * @param drawing as wide as the lane; what it draws of the time keeps {@link
     *     RateChart#LEFT_ROOM} and {@link RateChart#RIGHT_ROOM} free
     * @param below room for labels under what it draws of the time
     */
    public Lane(TimeView view, Region drawing, double below, LaneActions actions) {
        this.view = view;
        this.drawing = drawing;
        this.below = below;
        getStyleClass().add("lane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        // Time runs from left to right in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        // What is drawn anew moves nothing else on the page: its layout ends here.
        drawing.setManaged(false);
        drawing.setMouseTransparent(true);
        setPickOnBounds(true);
        getChildren().setAll(drawing, mark, pointer, ring);
        new LaneGestures(this, view, this::axis, actions);
        view.shownProperty().subscribe(this::place);
        view.cursorProperty().subscribe(this::placePointer);
        view.markedProperty().subscribe(this::placeMark);
    }

    private static Region layer(String style) {
        var layer = new Region();
        layer.getStyleClass().add(style);
        layer.setManaged(false);
        layer.setMouseTransparent(true);
        layer.setVisible(false);
        return layer;
    }

    /** Where moments lie now. */
    TimeAxis axis() {
        return new TimeAxis(
                view.shownProperty().get(),
                RateChart.LEFT_ROOM,
                Math.max(0, getWidth() - RateChart.LEFT_ROOM - RateChart.RIGHT_ROOM));
    }

    private void place() {
        placePointer();
        placeMark();
    }

    private void placePointer() {
        Instant at = view.cursorProperty().get();
        boolean inView = at != null && contains(at);
        pointer.setVisible(inView);
        if (at != null && inView) {
            pointer.resizeRelocate(Math.floor(axis().x(at)), 0, 1, plotHeight());
        }
    }

    private boolean contains(Instant at) {
        Span shown = view.shownProperty().get();
        return !at.isBefore(shown.from()) && !at.isAfter(shown.to());
    }

    private void placeMark() {
        Span span = view.markedProperty().get();
        double left = span == null ? 0 : clamped(axis().x(span.from()));
        double right = span == null ? 0 : clamped(axis().x(span.to()));
        mark.setVisible(right > left);
        if (mark.isVisible()) {
            mark.resizeRelocate(left, 0, Math.max(2, right - left), plotHeight());
        }
    }

    private double clamped(double x) {
        return Math.clamp(
                x,
                RateChart.LEFT_ROOM,
                Math.max(RateChart.LEFT_ROOM, getWidth() - RateChart.RIGHT_ROOM));
    }

    private double plotHeight() {
        return Math.max(0, getHeight() - below);
    }

    /** Says the lane in a sentence. */
    void say(@Nullable String sentence, String help) {
        setAccessibleText(sentence);
        setAccessibleHelp(help);
    }

    @Override
    protected void layoutChildren() {
        drawing.resizeRelocate(0, 0, getWidth(), getHeight());
        ring.resizeRelocate(0, 0, getWidth(), getHeight());
        ring.setVisible(true);
        place();
    }

    @Override
    protected double computeMinWidth(double height) {
        return RateChart.LEFT_ROOM + RateChart.RIGHT_ROOM + 40;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(computeMinWidth(height), drawing.prefWidth(height));
    }

    @Override
    protected double computeMinHeight(double width) {
        return drawing.minHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return drawing.prefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return drawing.maxHeight(width);
    }
}
