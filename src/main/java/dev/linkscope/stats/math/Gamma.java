package dev.linkscope.stats.math;

/** The gamma function and the gamma distribution of scale 1. */
public final class Gamma {
    /** Lanczos coefficients for g = 7, nine terms (Godfrey 2001): 15 significant digits. */
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private static final double HALF_LN_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double RELATIVE_ERROR = 1e-15;
    private static final int MAX_TERMS = 100_000;

    private Gamma() {}

    /**
     * Natural logarithm of the gamma function.
     *
     * @param x at least 0.5
     */
    public static double lnGamma(double x) {
        double z = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (z + i);
        }
        double t = z + 7.5;
        return HALF_LN_TWO_PI + (z + 0.5) * Math.log(t) - t + Math.log(sum);
    }

    /** Natural logarithm of n over k; 0 ≤ k ≤ n. */
    public static double lnChoose(int n, int k) {
        return lnGamma(n + 1.0) - lnGamma(k + 1.0) - lnGamma(n - k + 1.0);
    }

    /** Lower tail P(a, x) of the gamma distribution with shape a ≥ 0.5 (DLMF 8.2.4). */
    public static double lowerTail(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x);
    }

    /** Upper tail Q(a, x) of the gamma distribution with shape a ≥ 0.5, exact far out. */
    public static double upperTail(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x);
    }

    /**
     * The x below which the share {@code p} of a gamma distribution lies. {@code χ²_p(2a) / 2} is
     * the same.
     *
     * @param a shape, at least 0.5
     * @param p share, above 0 and below 1
     */
    public static double quantile(double a, double p) {
        double low = 0;
        double high = a + 10;
        while (lowerTail(a, high) < p) {
            low = high;
            high *= 2;
        }
        while (high - low > 1e-13 * high) {
            double middle = 0.5 * (low + high);
            if (lowerTail(a, middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** DLMF 8.11.4: converges quickly for x below a + 1. */
    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int i = 1; i < MAX_TERMS && term > sum * RELATIVE_ERROR; i++) {
            term *= x / (a + i);
            sum += term;
        }
        return sum * Math.exp(a * Math.log(x) - x - lnGamma(a));
    }

    /** DLMF 8.9.2, evaluated by Lentz's method (Thompson and Barnett 1986). */
    private static double continuedFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double fraction = d;
        for (int i = 1; i < MAX_TERMS; i++) {
            double numerator = -i * (i - a);
            b += 2;
            d = 1 / nonZero(numerator * d + b);
            c = nonZero(b + numerator / c);
            double step = c * d;
            fraction *= step;
            if (Math.abs(step - 1) < RELATIVE_ERROR) {
                break;
            }
        }
        return fraction * Math.exp(a * Math.log(x) - x - lnGamma(a));
    }

    private static double nonZero(double value) {
        return Math.abs(value) < Double.MIN_NORMAL ? Double.MIN_NORMAL : value;
    }
}
