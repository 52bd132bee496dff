package dev.linkscope.domain.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * How often outages began under a circumstance, against how much of the time that prevailed. A hint
 * where to look, never a proof.
 *
 * @param pane {@code server} or {@code webcam}
 * @param factor stable name of the circumstance, such as {@code wifi.weak} or {@code printing}
 * @param outagesWith outages that began under it
 * @param outages all outages for which it is known
 * @param shareOfTime share of the measured time in which it prevailed, 0 to 1
 * @param oddsRatio odds of an outage to begin under it against otherwise; null where undefined
 * @param pValue chance of at least so many by accident
 */
public record Coincidence(
        String pane,
        String factor,
        int outagesWith,
        int outages,
        double shareOfTime,
        @Nullable Double oddsRatio,
        double pValue) {}
