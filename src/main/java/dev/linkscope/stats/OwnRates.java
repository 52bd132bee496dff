package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each printer's error rate, with and without the shared outages that it was a member of. */
final class OwnRates {
    private OwnRates() {}

    /** Rates, by the grid without shared outages. */
    static List<FarmFigures.PrinterRate> of(List<NamedTrace> traces, FarmGrid own) {
        List<FarmFigures.PrinterRate> rates = new ArrayList<>();
        for (int printer = 0; printer < traces.size(); printer++) {
            NamedTrace named = traces.get(printer);
            int measured = 0;
            int failed = 0;
            int ownMeasured = 0;
            int ownFailed = 0;
            for (Segment segment : named.trace().segments()) {
                for (Slot slot : segment.slots()) {
                    if (slot.measured()) {
                        int error = slot.failed() ? 1 : 0;
                        boolean its = own.measured(printer, own.cellOf(slot));
                        measured++;
                        failed += error;
                        ownMeasured += its ? 1 : 0;
                        ownFailed += its ? error : 0;
                    }
                }
            }
            rates.add(
                    new FarmFigures.PrinterRate(
                            named.name(), rate(failed, measured), rate(ownFailed, ownMeasured)));
        }
        return rates;
    }

    private static @Nullable Double rate(int failed, int measured) {
        return measured == 0 ? null : (double) failed / measured;
    }
}
