package dev.linkscope.stats;

import dev.linkscope.domain.loss.Gilbert;
import dev.linkscope.domain.loss.Rfc6534;
import org.jspecify.annotations.Nullable;

/**
 * How often an ok (0) or failed (1) slot follows another among adjacent measured pairs, and the
 * figures that need nothing else.
 *
 * @param okOk N00
 * @param okFailed N01
 * @param failedOk N10
 * @param failedFailed N11
 */
record PairCounts(int okOk, int okFailed, int failedOk, int failedFailed) {
    /** No pair yet. */
    static final PairCounts NONE = new PairCounts(0, 0, 0, 0);

    /** These and one pair more. */
    PairCounts plus(boolean firstFailed, boolean secondFailed) {
        return changed(firstFailed, secondFailed, 1);
    }

    /** These without one pair. */
    PairCounts minus(boolean firstFailed, boolean secondFailed) {
        return changed(firstFailed, secondFailed, -1);
    }

    private PairCounts changed(boolean first, boolean second, int by) {
        return new PairCounts(
                okOk + (!first && !second ? by : 0),
                okFailed + (!first && second ? by : 0),
                failedOk + (first && !second ? by : 0),
                failedFailed + (first && second ? by : 0));
    }

    /**
     * Correlation of neighbours, 1 − p − r of the Gilbert model with ½ added to each count, within
     * 0 to 0.999: never claims less correlation than none.
     */
    double correlation() {
        double p = (okFailed + 0.5) / (okOk + okFailed + 1.0);
        double r = (failedOk + 0.5) / (failedOk + failedFailed + 1.0);
        return Math.clamp(1 - p - r, 0, 0.999);
    }

    /** Loss episode ratio, duration and frequency (RFC 6534 §§ 3–4). */
    Rfc6534 rfc6534() {
        int pairs = okOk + okFailed + failedOk + failedFailed;
        int edges = okFailed + failedOk;
        Double ratio = share(failedOk + failedFailed, pairs);
        Double duration = share(2 * failedFailed + edges, edges);
        Double frequency = ratio == null || duration == null ? null : ratio / duration;
        return new Rfc6534(ratio, duration, frequency);
    }

    /**
     * The Gilbert model (Gilbert 1960) with its mean burst and burst ratio (ITU-T G.107).
     *
     * @param errors failed slots
     * @param episodes runs of adjacent failures
     * @param attempts measured slots
     */
    Gilbert gilbert(int errors, int episodes, int attempts) {
        Double meanBurst = share(errors, episodes);
        Double burstRatio = meanBurst == null ? null : meanBurst * (1 - (double) errors / attempts);
        return new Gilbert(
                share(okFailed, okOk + okFailed),
                share(failedOk, failedOk + failedFailed),
                meanBurst,
                burstRatio);
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
