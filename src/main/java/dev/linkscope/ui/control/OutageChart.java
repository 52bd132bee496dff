package dev.linkscope.ui.control;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.common.Direction;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.control.OutageLine.Mark;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Outages of many printers on one clock, a row each. One drawing and a scroll bar: only rows in
 * view are drawn, and no row has a node. Arrow keys move a cursor from row to row, Enter opens the
 * printer; plus, minus and 0 change the span.
 */
public final class OutageChart extends Region {
    private static final double BAR_WIDTH = 12;
    private static final int FEWEST_ROWS = 3;
    private static final int WHEEL_ROWS = 3;
    private static final double ZOOM = 1.5;
    private static final long SHORTEST_SPAN = 60_000;

    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final OutagePainter painter = new OutagePainter(this::draw);
    private final Tooltip tip = new Tooltip();
    private final ClockTicks clock;
    private final ObservableValue<Number> textSize = TextSize.factor(this);
    private final BiFunction<OutageLine, Mark, String> words;
    private final Consumer<PrinterId> open;
    private List<OutageLine> lines = List.of();
    private List<Span> together = List.of();
    private Span whole = new Span(0, 1);
    private @Nullable Span zoomed;
    private Runnable onZoom = () -> {};
    private String summary = "";
    private int cursor = -1;
    private @Nullable Mark pointed;

    /**
     * A span of time.
     *
     * @param from its start, epoch milliseconds
     * @param to its end, later than that
     */
    public record Span(long from, long to) {}

    /**
     * An empty chart.
     *
     * @param words what is said of a mark
     * @param open told which printer was chosen
     */
    public OutageChart(
            Messages messages,
            BiFunction<OutageLine, Mark, String> words,
            Consumer<PrinterId> open) {
        Direction.leftToRight(this);
        this.clock = new ClockTicks(messages);
        this.words = words;
        this.open = open;
        getStyleClass().add("outage-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(this::draw);
        textSize.subscribe(this::requestLayout);
        focusedProperty().subscribe(this::focusMoved);
        getChildren().addAll(painter.colours());
        getChildren().addAll(canvas, bar);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        listen();
    }

    private void listen() {
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        canvas.setOnMouseMoved(this::point);
        canvas.setOnMouseExited(event -> hideTip());
        canvas.setOnMouseClicked(event -> {
            int row = where().rowAt(event.getY());
            if (row >= 0 && event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                moveTo(row);
                hideTip();
                open.accept(lines.get(row).id());
            }
        });
    }

    /**
     * Shows rows.
     *
     * @param newLines from top to bottom
     * @param newTogether spans in which several printers failed together
     * @param span what is shown unless it was zoomed
     * @param spoken the whole chart in a sentence
     */
    public void show(List<OutageLine> newLines, List<Span> newTogether, Span span, String spoken) {
        PrinterId kept = cursor < 0 ? null : lines.get(cursor).id();
        boolean other = newLines.size() != lines.size();
        lines = List.copyOf(newLines);
        together = List.copyOf(newTogether);
        whole = span;
        summary = spoken;
        cursor = -1;
        for (int i = 0; kept != null && i < lines.size() && cursor < 0; i++) {
            cursor = lines.get(i).id().equals(kept) ? i : -1;
        }
        say();
        if (other) {
            requestLayout();
        }
        draw();
    }

    /** Shows a part of the time; null for all of it. */
    public void zoom(@Nullable Span span) {
        zoomed = span;
        draw();
        onZoom.run();
    }

    /** Whether a part of the time is shown. */
    public boolean isZoomed() {
        return zoomed != null;
    }

    /** What to do when another part of the time is shown. */
    public void setOnZoom(Runnable action) {
        onZoom = action;
    }

    private void key(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case UP -> moveTo(cursor - 1);
            case DOWN -> moveTo(cursor + 1);
            case PAGE_UP -> moveTo(cursor - where().page());
            case PAGE_DOWN -> moveTo(cursor + where().page());
            case HOME -> moveTo(0);
            case END -> moveTo(lines.size() - 1);
            case ENTER -> openCursor();
            case PLUS, ADD, EQUALS -> zoomBy(1 / ZOOM, middle());
            case MINUS, SUBTRACT -> zoomBy(ZOOM, middle());
            case DIGIT0, NUMPAD0 -> zoom(null);
            default -> known = false;
        }
        // Ctrl+1 and the like are the window's.
        if (known && !event.isShortcutDown()) {
            event.consume();
        }
    }

    private void openCursor() {
        if (cursor >= 0) {
            open.accept(lines.get(cursor).id());
        }
    }

    private void moveTo(int row) {
        if (lines.isEmpty()) {
            return;
        }
        cursor = Math.clamp(row, 0, lines.size() - 1);
        OutageGeometry now = where();
        if (cursor < now.first()) {
            bar.setValue(cursor);
        } else if (cursor >= now.first() + now.page()) {
            bar.setValue(cursor - now.page() + 1.0);
        }
        say();
        draw();
    }

    private void focusMoved() {
        if (isFocused() && cursor < 0) {
            moveTo(where().first());
        }
        draw();
    }

    private void say() {
        setAccessibleText(cursor < 0 ? summary : lines.get(cursor).spoken());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoomBy(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM, where().at(event.getX()));
            event.consume();
        } else if (bar.isVisible()) {
            double rows = -Math.signum(event.getDeltaY()) * WHEEL_ROWS;
            bar.setValue(Math.clamp(bar.getValue() + rows, 0, bar.getMax()));
            event.consume();
        }
    }

    private long middle() {
        Span now = span();
        return now.from() + (now.to() - now.from()) / 2;
    }

    private void zoomBy(double factor, long around) {
        Span now = span();
        long from = Math.round(around - (around - now.from()) * factor);
        long to = Math.round(around + (now.to() - around) * factor);
        if (from <= whole.from() && to >= whole.to()) {
            zoom(null);
        } else if (to - from >= SHORTEST_SPAN) {
            zoom(new Span(Math.max(from, whole.from()), Math.min(to, whole.to())));
        }
    }

    private Span span() {
        Span part = zoomed;
        return part == null ? whole : part;
    }

    private void point(MouseEvent event) {
        OutageGeometry now = where();
        int row = now.rowAt(event.getY());
        Mark mark = row < 0 ? null : now.markAt(lines.get(row), event.getX());
        if (mark == null) {
            hideTip();
        } else if (!mark.equals(pointed)) {
            pointed = mark;
            tip.setText(words.apply(lines.get(row), mark));
            tip.show(canvas, event.getScreenX() + 12, event.getScreenY() + 14);
        }
    }

    private void hideTip() {
        pointed = null;
        tip.hide();
    }

    private OutageGeometry where() {
        int first = (int) Math.round(bar.getValue());
        Span span = span();
        return new OutageGeometry(
                canvas.getWidth(),
                canvas.getHeight(),
                span.from(),
                span.to(),
                first,
                lines.size(),
                textSize.getValue().doubleValue());
    }

    @Override
    protected double computePrefHeight(double width) {
        return OutageGeometry.height(lines.size(), textSize.getValue().doubleValue());
    }

    @Override
    protected double computeMinHeight(double width) {
        int rows = Math.clamp(lines.size(), 1, FEWEST_ROWS);
        return OutageGeometry.height(rows, textSize.getValue().doubleValue());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(0, getWidth() - BAR_WIDTH));
        canvas.setHeight(getHeight());
        int page = where().page();
        int hidden = Math.max(0, lines.size() - page);
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden == 0 ? 1 : (double) hidden * page / lines.size());
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(page);
        bar.setValue(Math.min(bar.getValue(), hidden));
        bar.resizeRelocate(getWidth() - BAR_WIDTH, 0, BAR_WIDTH, where().foot());
        draw();
    }

    private void draw() {
        if (canvas.getWidth() > where().left() && canvas.getHeight() > 0) {
            int marked = isFocused() ? cursor : -1;
            painter.draw(canvas.getGraphicsContext2D(), where(), lines, together, clock, marked);
        }
    }
}
