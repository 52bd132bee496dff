package dev.linkscope.stats;

/** Sums of times from start to start, for their coefficient of variation. */
final class IntervalSum {
    private int count;
    private double sum;
    private double squares;

    void add(double seconds) {
        count++;
        sum += seconds;
        squares += seconds * seconds;
    }

    void clear() {
        count = 0;
        sum = 0;
        squares = 0;
    }

    int count() {
        return count;
    }

    /** Variance over squared mean; 0 is perfectly regular. */
    double squaredVariation() {
        double mean = sum / count;
        return Math.max(0, squares / count / (mean * mean) - 1);
    }
}
