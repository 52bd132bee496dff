package dev.linkscope.domain.loss;

import dev.linkscope.domain.probe.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every figure about one pane, judged over its whole trace. Rates are shares from 0 to 1.
 *
 * @param state state of the pane
 * @param attempts measured slots
 * @param errors failed slots
 * @param errorRate errors / attempts; null without an attempt
 * @param errorRateCi95 its 95 % interval with bursts taken into account
 * @param timeDown measured time in failed slots / measured time
 * @param ownErrorRate error rate without shared outages; null where there is no farm to compare
 *     with
 * @param firstError when the first failed attempt started
 * @param lastError when the last failed attempt started
 * @param activity whether it is still going on
 * @param pattern how failures lie in time
 * @param episodes runs of adjacent failures
 * @param outages outages as users read them
 * @param rfc3611 bursts and gaps
 * @param rfc6534 loss episode metrics
 * @param gilbert Gilbert model
 * @param runs runs statistics
 * @param failuresByPhase failures by phase; failures of unknown phase are absent
 * @param latencyMs answer times of ok slots; null where none is known
 * @param limits by which {@code state} was judged
 */
public record PaneFigures(
        PaneState state,
        int attempts,
        int errors,
        @Nullable Double errorRate,
        @Nullable Interval errorRateCi95,
        @Nullable Double timeDown,
        @Nullable Double ownErrorRate,
        @Nullable Instant firstError,
        @Nullable Instant lastError,
        Activity activity,
        Pattern pattern,
        List<Episode> episodes,
        List<Outage> outages,
        Rfc3611 rfc3611,
        Rfc6534 rfc6534,
        Gilbert gilbert,
        Runs runs,
        Map<Phase, Integer> failuresByPhase,
        @Nullable Quantiles latencyMs,
        RateLimits limits) {
    /** Figures judged by the usual limits. */
    public PaneFigures(
            PaneState state,
            int attempts,
            int errors,
            @Nullable Double errorRate,
            @Nullable Interval errorRateCi95,
            @Nullable Double timeDown,
            @Nullable Double ownErrorRate,
            @Nullable Instant firstError,
            @Nullable Instant lastError,
            Activity activity,
            Pattern pattern,
            List<Episode> episodes,
            List<Outage> outages,
            Rfc3611 rfc3611,
            Rfc6534 rfc6534,
            Gilbert gilbert,
            Runs runs,
            Map<Phase, Integer> failuresByPhase,
            @Nullable Quantiles latencyMs) {
        this(
                state,
                attempts,
                errors,
                errorRate,
                errorRateCi95,
                timeDown,
                ownErrorRate,
                firstError,
                lastError,
                activity,
                pattern,
                episodes,
                outages,
                rfc3611,
                rfc6534,
                gilbert,
                runs,
                failuresByPhase,
                latencyMs,
                RateLimits.USUAL);
    }

    public PaneFigures {
        episodes = List.copyOf(episodes);
        outages = List.copyOf(outages);
        failuresByPhase = Map.copyOf(failuresByPhase);
    }

    /** The same with the error rate that remains without shared outages. */
    public PaneFigures withOwnErrorRate(@Nullable Double rate) {
        return new PaneFigures(
                state,
                attempts,
                errors,
                errorRate,
                errorRateCi95,
                timeDown,
                rate,
                firstError,
                lastError,
                activity,
                pattern,
                episodes,
                outages,
                rfc3611,
                rfc6534,
                gilbert,
                runs,
                failuresByPhase,
                latencyMs,
                limits);
    }
}
