package dev.linkscope.domain.probe;

/**
 * Attempts of one probe that fell into a part of another's time.
 *
 * @param measured attempts that measured something
 * @param failed how many of them failed
 */
public record JointCounts(int measured, int failed) {
    /** No attempt. */
    public static final JointCounts NONE = new JointCounts(0, 0);

    public JointCounts {
        if (failed < 0 || failed > measured) {
            throw new IllegalArgumentException("no more can fail than were measured");
        }
    }

    /** Both together. */
    public JointCounts and(JointCounts more) {
        return new JointCounts(measured + more.measured, failed + more.failed);
    }

    /** Share that failed; NaN without an attempt. */
    public double share() {
        return measured == 0 ? Double.NaN : (double) failed / measured;
    }
}
