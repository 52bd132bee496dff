package dev.linkscope.stats;

import dev.linkscope.domain.loss.RateLimits;
import java.time.Duration;

/**
 * Every limit that a verdict on a pane depends on. Rates are shares from 0 to 1.
 *
 * @param watch error rate from which a pane is to be watched: 0.05, Obico's help page
 * @param takeAction error rate above which to act: 0.20, Obico's help page
 * @param continuous error rate from which failures are continuous: 0.95
 * @param minAttempts measured slots needed to say anything: 8, as the plugin's own alarm
 * @param cleanAttempts clean slots needed to exclude {@code watch} with 95 % confidence: 59, the
 *     least n with 0.95ⁿ below 0.05
 * @param longOutage an outage to be watched whatever the rate: 5 min
 * @param gmin ok slots that end a burst: 16, RFC 3611 §4.7.2
 * @param maxUnmeasuredShare share of the span that may go unmeasured through the Pi's fault before
 *     a pane is no longer called healthy: 0.10
 * @param significance chance of a false pattern: 0.01
 * @param fewErrors errors up to which no pattern is named: 4
 * @param burstRatio burst ratio from which bursts matter: 1.5; 1 is independent
 * @param permutations permutations behind a p-value: 9,999, which resolves 0.0001
 */
public record Thresholds(
        double watch,
        double takeAction,
        double continuous,
        int minAttempts,
        int cleanAttempts,
        Duration longOutage,
        int gmin,
        double maxUnmeasuredShare,
        double significance,
        int fewErrors,
        double burstRatio,
        int permutations) {
    /** The values given with each component. */
    public static final Thresholds DEFAULT =
            new Thresholds(
                    0.05, 0.20, 0.95, 8, 59, Duration.ofMinutes(5), 16, 0.10, 0.01, 4, 1.5, 9_999);

    public Thresholds {
        if (!(0 < watch && watch <= takeAction && takeAction < continuous && continuous <= 1)) {
            throw new IllegalArgumentException("error rates must rise: watch, act, continuous");
        }
        if (minAttempts < 1 || gmin < 1 || permutations < 99) {
            throw new IllegalArgumentException("attempts, Gmin or permutations too small");
        }
    }

    /** The same with another Gmin, positive. */
    public Thresholds withGmin(int slots) {
        return new Thresholds(
                watch,
                takeAction,
                continuous,
                minAttempts,
                cleanAttempts,
                longOutage,
                slots,
                maxUnmeasuredShare,
                significance,
                fewErrors,
                burstRatio,
                permutations);
    }

    /** The same with another number of permutations, at least 99. */
    public Thresholds withPermutations(int count) {
        return new Thresholds(
                watch,
                takeAction,
                continuous,
                minAttempts,
                cleanAttempts,
                longOutage,
                gmin,
                maxUnmeasuredShare,
                significance,
                fewErrors,
                burstRatio,
                count);
    }

    /** The usual ones with these limits for the error rate. */
    public static Thresholds by(RateLimits limits) {
        return limits.equals(RateLimits.USUAL)
                ? DEFAULT
                : DEFAULT.withRates(limits.watch(), limits.takeAction());
    }

    /** The limits for the error rate. */
    public RateLimits rates() {
        return new RateLimits(watch, takeAction);
    }

    /** The same with other limits for the error rate. */
    public Thresholds withRates(double newWatch, double newTakeAction) {
        int clean = new RateLimits(newWatch, newTakeAction).cleanAttempts();
        return new Thresholds(
                newWatch,
                newTakeAction,
                continuous,
                minAttempts,
                clean,
                longOutage,
                gmin,
                maxUnmeasuredShare,
                significance,
                fewErrors,
                burstRatio,
                permutations);
    }
}
