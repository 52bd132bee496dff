package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.ui.control.ClockTicks;
import dev.linkscope.ui.control.ClockTicks.Tick;
import dev.linkscope.ui.control.ThemeColour;
import dev.linkscope.ui.timeline.ValueSteps.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** A stepped line of one value, blocks for what was true, and a dashed limit. */
final class ValueDrawing extends Drawing {
    private static final double TOP = 7;
    private static final double CLOCK = 16;
    private static final double BOTTOM = 4;
    private static final double LINE = 1.8;
    private static final double HEIGHT = 66;
    private static final double MARGIN = 3;
    private static final int ROUND = 10;
    private static final double LABEL_HEIGHT = 12;
    private static final double PIXELS_PER_TICK = 110;
    private static final double BLOCK_EDGE = 3;
    private static final double ROOM_FOR_WORD = 70;

    private final ClockTicks clock;
    private final DoubleFunction<String> words;
    private final ThemeColour curve = colour("lane-curve");
    private final ThemeColour block = colour("timeline-outage");
    private final ThemeColour edge = colour("timeline-error");
    private List<Step> line = List.of();
    private List<Block> blocks = List.of();
    private List<Span> blind = List.of();
    private @Nullable Double limit;

    /**
     * What was true for a while.
     *
     * @param name stands in it where there is room
     * @param steps when it was true or not
     */
    record Block(String name, List<Step> steps) {}

    /**
     * An empty drawing.
     *
     * @param words a value of the scale as its label
     */
    ValueDrawing(TimeView view, ClockTicks clock, DoubleFunction<String> words) {
        super(view, HEIGHT + CLOCK);
        this.clock = clock;
        this.words = words;
        use(curve, block, edge);
    }

    /** Room for the clock below what is drawn. */
    static double below() {
        return CLOCK;
    }

    /**
     * Shows values.
     *
     * @param nobody when nothing was read, so that what was read last may no longer hold
     */
    void show(List<Step> newLine, List<Block> newBlocks, List<Span> nobody) {
        if (!newLine.equals(line) || !newBlocks.equals(blocks) || !nobody.equals(blind)) {
            line = List.copyOf(newLine);
            blocks = List.copyOf(newBlocks);
            blind = List.copyOf(nobody);
            redraw();
        }
    }

    /** Draws a dashed line at this value. */
    void limit(double at) {
        limit = at;
        redraw();
    }

    @Override
    void paint(GraphicsContext g, TimeAxis axis) {
        double floor = getHeight() - CLOCK - BOTTOM;
        int width = (int) Math.ceil(axis.width());
        blocks.forEach(one -> paintBlock(g, axis, one, width, floor));
        var columns = new Columns(width);
        double low = limit == null ? Double.POSITIVE_INFINITY : limit;
        double high = limit == null ? Double.NEGATIVE_INFINITY : limit;
        for (Step step : line) {
            if (inView(step, axis)) {
                low = Math.min(low, step.value());
                high = Math.max(high, step.value());
                columns.add(step, axis);
            }
        }
        if (low <= high) {
            double bottom = Math.floor((low - MARGIN) / ROUND) * ROUND;
            double top = Math.ceil((high + MARGIN) / ROUND) * ROUND;
            double scale = (floor - TOP) / (top - bottom);
            g.setFill(curve.paint());
            columns.paint(g, axis.left(), value -> floor - (value - bottom) * scale);
            clearBlind(g, axis, floor);
            paintScale(g, axis, floor, bottom, top);
        } else {
            paintLevel(g, axis, floor, "", false);
        }
        paintClock(g, axis);
        paintFlags(g, axis, 0, floor);
    }

    private void paintScale(
            GraphicsContext g, TimeAxis axis, double floor, double bottom, double top) {
        double limitY = Double.NEGATIVE_INFINITY;
        if (limit != null) {
            limitY = floor - (limit - bottom) * (floor - TOP) / (top - bottom);
            paintLevel(g, axis, limitY, words.apply(limit), true);
        }
        paintLevel(
                g,
                axis,
                TOP,
                limitY - TOP < LABEL_HEIGHT && limit != null ? "" : words.apply(top),
                true);
        paintLevel(g, axis, floor, floor - limitY < LABEL_HEIGHT ? "" : words.apply(bottom), false);
    }

    private void paintBlock(GraphicsContext g, TimeAxis axis, Block one, int width, double floor) {
        var columns = new Columns(width);
        one.steps().stream()
                .filter(step -> step.value() > 0 && inView(step, axis))
                .forEach(step -> columns.add(step, axis));
        columns.forEachRun((from, to) -> {
            double left = axis.left() + from;
            double wide = Math.max(2, to - from);
            g.setFill(block.paint());
            g.fillRect(left, TOP, wide, floor - TOP);
            g.setFill(edge.paint());
            g.fillRect(left, TOP, wide, BLOCK_EDGE);
            if (wide > ROOM_FOR_WORD) {
                paintWord(g, one.name(), left + wide / 2, TOP + BLOCK_EDGE + 8);
            }
        });
    }

    private void clearBlind(GraphicsContext g, TimeAxis axis, double floor) {
        for (Span span : blind) {
            double left = Math.max(axis.left(), axis.x(span.from()));
            double right = Math.min(axis.left() + axis.width(), axis.x(span.to()));
            if (right > left) {
                g.clearRect(left, 0, right - left, floor);
            }
        }
    }

    private void paintClock(GraphicsContext g, TimeAxis axis) {
        int most = Math.max(2, (int) (axis.width() / PIXELS_PER_TICK));
        Span shown = axis.shown();
        for (Tick tick : clock.of(shown.from().toEpochMilli(), shown.to().toEpochMilli(), most)) {
            double x = axis.x(Instant.ofEpochMilli(tick.at()));
            paintWord(g, tick.label(), x, getHeight() - CLOCK / 2);
        }
    }

    private static boolean inView(Step step, TimeAxis axis) {
        return step.to().isAfter(axis.shown().from()) && step.from().isBefore(axis.shown().to());
    }

    /** The lowest and highest value in each column of pixels, however many readings there are. */
    private static final class Columns {
        private final double[] low;
        private final double[] high;

        Columns(int width) {
            low = new double[Math.max(1, width)];
            high = new double[low.length];
            Arrays.fill(low, Double.NaN);
        }

        void add(Step step, TimeAxis axis) {
            int from = Math.max(0, (int) Math.floor(axis.x(step.from()) - axis.left()));
            int to = Math.min(low.length - 1, (int) Math.floor(axis.x(step.to()) - axis.left()));
            for (int i = from; i <= to; i++) {
                boolean first = Double.isNaN(low[i]);
                low[i] = first ? step.value() : Math.min(low[i], step.value());
                high[i] = first ? step.value() : Math.max(high[i], step.value());
            }
        }

        void paint(GraphicsContext g, double left, DoubleUnaryOperator y) {
            int start = 0;
            for (int i = 1; i <= low.length; i++) {
                boolean same = i < low.length && low[i] == low[start] && high[i] == high[start];
                if (!same) {
                    if (!Double.isNaN(low[start])) {
                        double top = y.applyAsDouble(high[start]) - LINE / 2;
                        double bottom = y.applyAsDouble(low[start]) + LINE / 2;
                        g.fillRect(left + start, top, Math.max(LINE, i - start), bottom - top);
                    }
                    start = i;
                }
            }
        }

        void forEachRun(Run run) {
            int start = -1;
            for (int i = 0; i <= low.length; i++) {
                boolean there = i < low.length && !Double.isNaN(low[i]);
                if (there && start < 0) {
                    start = i;
                } else if (!there && start >= 0) {
                    run.at(start, i);
                    start = -1;
                }
            }
        }
    }

    /** A stretch of columns. */
    private interface Run {
        void at(int from, int to);
    }
}
