package dev.linkscope.domain.probe;

/**
 * How a probe went while a pane failed and while it did not: what fails together may have one
 * cause, what does not has two.
 *
 * @param serverFailing during failed slots of the server pane
 * @param serverOk during its ok slots
 * @param webcamFailing during failed slots of the webcam pane
 * @param webcamOk during its ok slots
 */
public record Beside(
        JointCounts serverFailing,
        JointCounts serverOk,
        JointCounts webcamFailing,
        JointCounts webcamOk) {
    /** Nothing measured. */
    public static final Beside NOTHING =
            new Beside(JointCounts.NONE, JointCounts.NONE, JointCounts.NONE, JointCounts.NONE);
}
