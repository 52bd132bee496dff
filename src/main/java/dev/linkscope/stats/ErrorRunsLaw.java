package dev.linkscope.stats;

import dev.linkscope.stats.math.Gamma;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact law of the number of runs of failures, given how many slots failed: P(U = u) = C(k−1,
 * u−1)·C(n−k+1, u) / C(n, k) (Mood 1940). Segments are independent and add up.
 *
 * <p>Blind spots break runs and so add to u, never to its law: p is then a little too large, never
 * too small.
 */
final class ErrorRunsLaw {
    private ErrorRunsLaw() {}

    /** Chance of as few or fewer runs of failures; null without a failure. */
    static @Nullable Double lower(List<SlotRow> rows) {
        double[] law = null;
        int seen = 0;
        for (SlotRow row : rows) {
            if (row.failed() == 0) {
                continue;
            }
            seen += Stretch.merge(List.of(row), 1).size();
            double[] own = law(row.measured(), row.failed());
            law = law == null ? own : convolve(law, own);
        }
        if (law == null) {
            return null;
        }
        double sum = 0;
        for (int u = 0; u <= Math.min(seen, law.length - 1); u++) {
            sum += law[u];
        }
        return Math.min(1, sum);
    }

    /** Element u is the chance of u runs among n slots of which k ≥ 1 failed. */
    static double[] law(int n, int k) {
        int most = Math.min(k, n - k + 1);
        double[] law = new double[most + 1];
        double ln = Math.log(n - k + 1.0) - Gamma.lnChoose(n, k);
        for (int u = 1; u <= most; u++) {
            law[u] = Math.exp(ln);
            ln += Math.log((double) (k - u) * (n - k + 1 - u) / ((double) u * (u + 1)));
        }
        return law;
    }

    private static double[] convolve(double[] a, double[] b) {
        double[] sum = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum[i + j] += a[i] * b[j];
            }
        }
        return sum;
    }
}
