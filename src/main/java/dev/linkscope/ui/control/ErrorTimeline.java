package dev.linkscope.ui.control;

import dev.linkscope.ui.common.Direction;
import dev.linkscope.ui.control.TimelineMarks.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/**
 * A strip of time: outages are blocks, lone failures ticks, and what nobody measured is hatched, so
 * that it is never mistaken for success.
 */
public final class ErrorTimeline extends Region {
    private static final double HEIGHT = 40;
    private static final double TRACK_TOP = 8;
    private static final double TRACK_HEIGHT = 24;
    private static final double HATCH_STEP = 6;

    /** A single failure in a long span must still be seen. */
    private static final double THINNEST_MARK = 1.5;

    private final Canvas canvas = new Canvas();
    private final ThemeColour track = new ThemeColour("timeline-track", this::redraw);
    private final ThemeColour block = new ThemeColour("timeline-outage", this::redraw);
    private final ThemeColour mark = new ThemeColour("timeline-error", this::redraw);
    private final ThemeColour hatch = new ThemeColour("timeline-blind", this::redraw);
    private final ThemeColour pole = new ThemeColour("change-flag", this::redraw);
    private TimelineMarks marks = TimelineMarks.NONE;
    private double lookFrom;
    private double lookTo = 1;
    private boolean stale = true;
    private List<Flag> flags = List.of();

    /** What the user did or noted, as a part of the span. */
    private record Flag(double at, ChangeFlag.Kind kind) {}

    /** An empty strip. */
    public ErrorTimeline() {
        Direction.leftToRight(this);
        getStyleClass().add("error-timeline");
        // Time runs from left to right in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().setAll(track, block, mark, hatch, pole, canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** Shows these marks. */
    public void show(TimelineMarks newMarks) {
        if (!newMarks.equals(marks)) {
            marks = newMarks;
            redraw();
        }
    }

    /**
     * Shows a part of the marks' span, or more than it.
     *
     * @param from where the strip begins, as a part of their span; below 0 before it
     * @param to where the strip ends, after {@code from}
     */
    public void look(double from, double to) {
        if (from != lookFrom || to != lookTo) {
            lookFrom = from;
            lookTo = to;
            redraw();
        }
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    /** Shows changes over the span from {@code from} to {@code to}; those outside are left out. */
    public void showFlags(List<ChangeFlag> changes, Instant from, Instant to) {
        double span = Math.max(1, Duration.between(from, to).toMillis());
        List<Flag> inside =
                changes.stream()
                        .filter(flag -> !flag.at().isBefore(from) && !flag.at().isAfter(to))
                        .map(flag ->
                                new Flag(
                                        Duration.between(from, flag.at()).toMillis() / span,
                                        flag.kind()))
                        .toList();
        if (!inside.equals(flags)) {
            flags = inside;
            redraw();
        }
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            stale = true;
        }
        if (stale) {
            stale = false;
            draw();
        }
    }

    private void draw() {
        if (canvas.getWidth() <= 0) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFill(track.paint());
        g.fillRoundRect(0, TRACK_TOP, canvas.getWidth(), TRACK_HEIGHT, 6, 6);
        marks.blind().stream().filter(this::inView).forEach(stretch -> drawHatch(g, stretch));
        g.setFill(block.paint());
        for (Stretch outage : marks.outages()) {
            if (inView(outage)) {
                g.fillRoundRect(left(outage) - 2, 1, width(outage) + 4, HEIGHT - 2, 6, 6);
            }
        }
        g.setFill(mark.paint());
        drawErrors(g);
        for (Flag flag : flags) {
            FlagPainter.paint(
                    g,
                    pole.paint(),
                    flag.at() * canvas.getWidth(),
                    0,
                    HEIGHT,
                    canvas.getWidth(),
                    flag.kind());
        }
    }

    /** In a long span thousands of failures fall on few pixels, each of which is painted once. */
    private void drawErrors(GraphicsContext g) {
        double painted = -1;
        for (Stretch error : marks.errors()) {
            double left = Math.max(left(error), painted);
            double right = left(error) + width(error);
            if (inView(error) && right > left + 0.5) {
                g.fillRect(left, TRACK_TOP, right - left, TRACK_HEIGHT);
                painted = right;
            }
        }
    }

    private boolean inView(Stretch stretch) {
        return stretch.to() >= lookFrom && stretch.from() <= lookTo;
    }

    private void drawHatch(GraphicsContext g, Stretch blind) {
        double left = Math.max(0, left(blind));
        double width = Math.min(canvas.getWidth(), left(blind) + width(blind)) - left;
        g.save();
        g.beginPath();
        g.rect(left, TRACK_TOP, width, TRACK_HEIGHT);
        g.clip();
        g.setStroke(hatch.paint());
        g.setLineWidth(1.2);
        for (double x = left - TRACK_HEIGHT; x < left + width; x += HATCH_STEP) {
            g.strokeLine(x, TRACK_TOP + TRACK_HEIGHT, x + TRACK_HEIGHT, TRACK_TOP);
        }
        g.restore();
    }

    private double left(Stretch stretch) {
        return place(stretch.from());
    }

    private double width(Stretch stretch) {
        return Math.max(THINNEST_MARK, place(stretch.to()) - place(stretch.from()));
    }

    private double place(double share) {
        return (share - lookFrom) / (lookTo - lookFrom) * canvas.getWidth();
    }
}
