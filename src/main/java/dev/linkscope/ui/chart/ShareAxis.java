package dev.linkscope.ui.chart;

import dev.linkscope.i18n.Messages;
import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.axes.spi.format.AbstractFormatter;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import org.jspecify.annotations.Nullable;

/** An axis of error rates from 0, with ticks where the bands of judgement meet and at its end. */
final class ShareAxis extends DefaultNumericAxis {
    private static final long serialVersionUID = 1L;
    private static final double[] TOPS = {0.25, 0.40, 0.60, 0.80, 1.0};

    /**
     * ChartFX leaves out a label that does not fit inside the axis; this is room for the top one.
     */
    private static final double HEADROOM = 1.08;

    /** Ends of the bands: fine below the first, take action above the second. */
    static final double FINE = 0.05;

    static final double TAKE_ACTION = 0.20;

    private double fine = FINE;
    private double takeAction = TAKE_ACTION;
    private double top = TOPS[0];

    ShareAxis(Messages messages) {
        setName("");
        setUnit(null);
        setAutoRanging(false);
        setMinorTickCount(0);
        setOverlapPolicy(AxisLabelOverlapPolicy.DO_NOTHING);
        setMin(0);
        setMax(top * HEADROOM);
        setTickLength(0);
        setTickLabelGap(6);
        setAxisLabelFormatter(new Percent(messages));
    }

    /**
     * Makes room for a rate. The interval may be cut off: it is wide while there is little data.
     */
    void fit(double highestRate) {
        double fitting = 1.0;
        for (double candidate : TOPS) {
            if (candidate >= highestRate * 1.1) {
                fitting = candidate;
                break;
            }
        }
        if (fitting != top) {
            top = fitting;
            setMax(top * HEADROOM);
        }
    }

    /** From now on the bands meet at other rates. */
    void limits(double newFine, double newTakeAction) {
        fine = newFine;
        takeAction = newTakeAction;
        forceRedraw();
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
        ticks.add(fine);
        ticks.add(takeAction);
        if (top > 2 * takeAction) {
            ticks.add(top / 2);
        }
        if (top > TOPS[0]) {
            ticks.add(top);
        }
    }

    private static final class Percent extends AbstractFormatter {
        private final Messages messages;

        Percent(Messages messages) {
            this.messages = messages;
        }

        @Override
        protected void rangeUpdated() {
            labelCache.clear();
        }

        @Override
        public String toString(Number value) {
            // ChartFX draws labels of a fixed-width axis without a gap to the plot.
            return messages.text("figure.percent.whole", value.doubleValue() * 100) + "\u2002";
        }

        // ChartFX never reads a label back.
        @Override
        public @Nullable Number fromString(String label) {
            return null;
        }
    }
}
