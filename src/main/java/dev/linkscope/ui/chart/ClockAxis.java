package dev.linkscope.ui.chart;

import dev.linkscope.i18n.ClockText;
import dev.linkscope.i18n.Messages;
import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.TickUnitSupplier;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.axes.spi.format.AbstractFormatter;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A time axis in the user's zone, summer time included; values are epoch seconds. ChartFX's own
 * knows fixed offsets and English months only.
 */
final class ClockAxis extends DefaultNumericAxis {
    private static final long serialVersionUID = 1L;
    private static final double DAY = 86_400;

    ClockAxis(Messages messages) {
        setName("");
        setUnit(null);
        setTimeAxis(true);
        setAutoRanging(false);
        setMinorTickCount(0);
        setMaxMajorTickLabelCount(7);
        setOverlapPolicy(AxisLabelOverlapPolicy.SKIP_ALT);
        setAxisLabelFormatter(new LocalTime(messages));
    }

    /** Labels as short as the span allows. */
    private static final class LocalTime extends AbstractFormatter {
        private final ClockText clock;
        private Function<Instant, String> chosen;

        LocalTime(Messages messages) {
            clock = messages.clock();
            chosen = clock::minutes;
            setTickUnitSupplier(new ClockUnits());
        }

        @Override
        protected void rangeUpdated() {
            labelCache.clear();
            double span = getRange();
            // Up to here ticks lie less than a minute apart.
            chosen = span < 420 ? clock::seconds : span < 2 * DAY ? clock::minutes : clock::day;
        }

        @Override
        public String toString(Number value) {
            return chosen.apply(Instant.ofEpochMilli(Math.round(value.doubleValue() * 1000)));
        }

        // ChartFX never reads a label back.
        @Override
        public @Nullable Number fromString(String label) {
            return null;
        }
    }

    /** Distances between ticks that people expect on a clock. */
    private static final class ClockUnits implements TickUnitSupplier {
        private static final double[] SECONDS = {
            1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600,
            43_200, DAY, 2 * DAY, 7 * DAY
        };

        @Override
        public double computeTickUnit(double atLeast) {
            for (double unit : SECONDS) {
                if (unit >= atLeast) {
                    return unit;
                }
            }
            return SECONDS[SECONDS.length - 1];
        }
    }
}
