package dev.linkscope.bench.result;

/**
 * Linkscope beside something that does the same, measured in the same run.
 *
 * @param figure what was measured
 * @param unit of both numbers; empty for a plain number
 * @param ours Linkscope's, positive
 * @param peer who it is compared with
 * @param theirs the peer's, positive
 * @param better which of two numbers is the better one
 */
public record Ratio(
        String figure, String unit, double ours, String peer, double theirs, Better better) {
    /** Which of two numbers is the better one. */
    public enum Better {
        LESS,
        MORE
    }

    /** Within so much the two are called equal: runs differ by more. */
    private static final double EQUAL = 0.05;

    public Ratio {
        if (!(ours > 0) || !(theirs > 0)) {
            throw new IllegalArgumentException(
                    "no ratio of %s: %s to %s".formatted(figure, ours, theirs));
        }
    }

    /** Linkscope's number over the peer's. */
    public double value() {
        return ours / theirs;
    }

    /** {@code better}, {@code worse} or {@code equal}, for Linkscope. */
    public String verdict() {
        if (Math.abs(value() - 1) <= EQUAL) {
            return "equal";
        }
        return value() < 1 == (better == Better.LESS) ? "better" : "worse";
    }
}
