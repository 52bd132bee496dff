package dev.linkscope.domain.probe;

/**
 * What one witness saw while another was in a certain state.
 *
 * @param measured how often it looked then
 * @param failed how many of those looks failed
 */
public record JointCounts(int measured, int failed) {
    /** Nothing seen. */
    public static final JointCounts NONE = new JointCounts(0, 0);

    public JointCounts {
        if (failed < 0 || failed > measured) {
            throw new IllegalArgumentException("no more can fail than were measured");
        }
    }

    /** Share that failed; 0 if nothing was seen. */
    public double share() {
        return measured == 0 ? 0 : (double) failed / measured;
    }
}
