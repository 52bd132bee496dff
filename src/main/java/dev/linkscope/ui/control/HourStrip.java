package dev.linkscope.ui.control;

import dev.linkscope.ui.common.Direction;
import dev.linkscope.ui.common.TextSize;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * The hours of the day side by side: the more attempts failed in one, the stronger its colour. An
 * hour that nobody measured is hatched, so that it is never mistaken for a good one.
 */
public final class HourStrip extends Region {
    private static final int HOURS = 24;
    private static final double CELL = 18;
    private static final double LABELS = 15;
    private static final double ROOM_FOR_WORDS = 30;
    private static final double FONT_SIZE = 10.5;

    /** The strongest colour: from here on something has to be done. */
    private static final double STRONGEST = 0.20;

    private final Canvas canvas = new Canvas();
    private final ThemeColour track = new ThemeColour("timeline-track", this::draw);
    private final ThemeColour bad = new ThemeColour("outage-own", this::draw);
    private final ThemeColour blind = new ThemeColour("timeline-blind", this::draw);
    private final ThemeColour text = new ThemeColour("outage-text", this::draw);
    private final ThemeColour strong = new ThemeColour("outage-strong-text", this::draw);
    private final Hatching hatching = new Hatching();
    private final Tooltip tip = new Tooltip();
    private final DoubleFunction<String> percent;
    private final ObservableValue<Number> textSize = TextSize.factor(this);
    private List<HourShare> hours = Collections.nCopies(HOURS, HourShare.NONE);

    /**
     * A strip without any measurement.
     *
     * @param words what is said of an hour, 0 to 23
     * @param percent a share in a few characters
     */
    public HourStrip(BiFunction<Integer, HourShare, String> words, DoubleFunction<String> percent) {
        this.percent = percent;
        Direction.leftToRight(this);
        getStyleClass().add("hour-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().setAll(track, bad, blind, text, strong, canvas);
        textSize.subscribe(size -> {
            double height = (CELL + LABELS) * size.doubleValue();
            setMinHeight(height);
            setPrefHeight(height);
            setMaxHeight(height);
        });
        Tooltip.install(canvas, tip);
        canvas.setOnMouseMoved(event -> {
            int hour = Math.clamp((int) (event.getX() / width()), 0, HOURS - 1);
            tip.setText(words.apply(hour, hours.get(hour)));
        });
    }

    /**
     * Shows the hours.
     *
     * @param shares one for each hour from 0 to 23
     */
    public void show(List<HourShare> shares) {
        if (!shares.equals(hours)) {
            hours = List.copyOf(shares);
            draw();
        }
    }

    private double larger() {
        return textSize.getValue().doubleValue();
    }

    private double width() {
        return canvas.getWidth() / HOURS;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFont(Font.font(FONT_SIZE * larger()));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        double width = width();
        for (int hour = 0; hour < HOURS; hour++) {
            double left = Math.rint(hour * width);
            HourShare share = hours.get(hour);
            g.setFill(track.paint());
            g.fillRoundRect(left, 0, width - 2, CELL * larger(), 4, 4);
            g.setFill(
                    share.measured() == 0
                            ? hatching.in(faint(blind.paint()))
                            : shade(share.share() / STRONGEST));
            g.fillRoundRect(left, 0, width - 2, CELL * larger(), 4, 4);
            drawWords(g, hour, left + width / 2 - 1);
        }
    }

    private void drawWords(GraphicsContext g, int hour, double middle) {
        HourShare share = hours.get(hour);
        if (share.measured() > 0 && width() > ROOM_FOR_WORDS * larger()) {
            g.setFill(strong.paint());
            g.fillText(percent.apply(share.share()), middle, CELL * larger() / 2);
        }
        g.setFill(text.paint());
        g.fillText(String.valueOf(hour), middle, (CELL + LABELS / 2) * larger() + 1);
    }

    // Not known yet is the usual case of most hours: it must not outshine the others.
    private static Paint faint(Paint paint) {
        return paint instanceof Color colour ? colour.deriveColor(0, 1, 1, 0.45) : paint;
    }

    private Paint shade(double strength) {
        double alpha = Math.clamp(strength, 0, 1) * 0.75;
        return bad.paint() instanceof Color colour
                ? colour.deriveColor(0, 1, 1, alpha)
                : Color.TRANSPARENT;
    }
}
