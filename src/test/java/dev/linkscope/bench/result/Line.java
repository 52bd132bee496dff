package dev.linkscope.bench.result;

/**
 * A straight line through points by least squares, with what is known of its errors if those of the
 * points are independent, normal and alike (Draper and Smith, Applied Regression Analysis, ch. 1).
 *
 * @param n points it goes through, at least three
 * @param meanX mean of their x
 * @param sumXx sum of the squares of x less its mean
 * @param residual standard deviation of the points from it, with n − 2 degrees of freedom
 * @param r2 share of the variance of y that it explains; 1 where y does not vary
 */
public record Line(
        double intercept,
        double slope,
        int n,
        double meanX,
        double sumXx,
        double residual,
        double r2) {
    /** 97.5 % quantiles of Student's law for 1, 2, … degrees of freedom (Fisher and Yates). */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086
    };

    /**
     * The line through three points or more.
     *
     * @throws IllegalArgumentException with fewer, with more than 22, or if all x are the same
     */
    public static Line through(double[] x, double[] y) {
        int n = x.length;
        if (n != y.length || n < 3 || n - 2 > STUDENT.length) {
            throw new IllegalArgumentException("needs 3 to 22 points, not " + n);
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double sumXx = 0;
        double sumXy = 0;
        double sumYy = 0;
        for (int i = 0; i < n; i++) {
            sumXx += (x[i] - meanX) * (x[i] - meanX);
            sumXy += (x[i] - meanX) * (y[i] - meanY);
            sumYy += (y[i] - meanY) * (y[i] - meanY);
        }
        if (sumXx == 0) {
            throw new IllegalArgumentException("all points have the same x");
        }
        double slope = sumXy / sumXx;
        double intercept = meanY - slope * meanX;
        double left = 0;
        for (int i = 0; i < n; i++) {
            double off = y[i] - intercept - slope * x[i];
            left += off * off;
        }
        double r2 = sumYy == 0 ? 1 : 1 - left / sumYy;
        return new Line(intercept, slope, n, meanX, sumXx, Math.sqrt(left / (n - 2)), r2);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Its y at an x. */
    public double at(double x) {
        return intercept + slope * x;
    }

    /** Half the width of the slope's 95 % confidence interval. */
    public double slopeError() {
        return STUDENT[n - 3] * residual / Math.sqrt(sumXx);
    }

    /** Half the width of the 95 % interval in which a further point at this x would lie. */
    public double predictionError(double x) {
        double far = (x - meanX) * (x - meanX) / sumXx;
        return STUDENT[n - 3] * residual * Math.sqrt(1 + 1.0 / n + far);
    }
}
