package dev.linkscope.domain.diagnosis;

import dev.linkscope.domain.probe.JointCounts;
import org.jspecify.annotations.Nullable;

/**
 * What this computer, the second witness, saw of one place.
 *
 * @param place {@code router}, {@code reference} or {@code server}
 * @param name its address, without user and path
 * @param counts attempts of the last two hours
 * @param lastFailure {@code phase.class} of the newest failure; null without one
 * @param serverFailing attempts that fell into failed slots of the printer's server pane
 * @param serverOk attempts that fell into its ok slots
 */
public record WitnessRow(
        String place,
        String name,
        JointCounts counts,
        @Nullable String lastFailure,
        JointCounts serverFailing,
        JointCounts serverOk) {}
