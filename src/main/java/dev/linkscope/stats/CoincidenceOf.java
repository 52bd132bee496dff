package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.loss.Outage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether outages begin under a circumstance more often than its share of the time explains. The
 * unit is the outage, never the slot: the slots of one outage all say the same.
 *
 * <p>An outage that has nothing to do with it begins under it with the chance of its share of the
 * time, taken within the segment of the outage, since another cadence finds other outages. How many
 * do is binomial then, over several segments Poisson-binomial, and its upper tail is exact.
 */
public final class CoincidenceOf {
    /** False discovery rate over the circumstances of a pane. */
    private static final double RATE = 0.05;

    private CoincidenceOf() {}

    /**
     * What outages have to do with one circumstance, whether chance explains it or not; empty with
     * fewer than three outages for which it is known, or if it always or never prevailed.
     *
     * @param pane {@code server} or {@code webcam}
     * @param trace what was measured
     * @param outages those of the trace, in the order of time
     */
    public static Optional<Coincidence> of(
            String pane, Trace trace, List<Outage> outages, Circumstance circumstance) {
        return Exposure.of(RiskTime.of(trace, outages), circumstance).coincidence(pane);
    }

    /**
     * Those coincidences that chance does not explain, the least likely first, with at most 5 %
     * false ones among them on average (Benjamini and Hochberg 1995). One storm of outages that
     * fell into one spell of a circumstance is left out as well.
     */
    public static List<Coincidence> believed(
            String pane, Trace trace, List<Outage> outages, List<Circumstance> circumstances) {
        RiskTime time = RiskTime.of(trace, outages);
        var exposures = new ArrayList<Exposure>();
        var found = new ArrayList<Coincidence>();
        for (Circumstance circumstance : circumstances) {
            Exposure exposure = Exposure.of(time, circumstance);
            exposure.coincidence(pane)
                    .ifPresent(one -> {
                        exposures.add(exposure);
                        found.add(one);
                    });
        }
        double[] pValues = found.stream().mapToDouble(Coincidence::pValue).toArray();
        boolean[] believed = BenjaminiHochberg.believed(pValues, RATE);
        return IntStream.range(0, pValues.length)
                .filter(i -> believed[i] && exposures.get(i).repeats())
                .mapToObj(found::get)
                .sorted(Comparator.comparingDouble(Coincidence::pValue))
                .toList();
    }
}
