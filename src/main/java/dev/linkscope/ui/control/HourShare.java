package dev.linkscope.ui.control;

/**
 * How an hour of the day went, over all days and printers seen.
 *
 * @param measured attempts measured in it
 * @param failed those that failed
 */
public record HourShare(long measured, long failed) {
    /** Nobody measured in it. */
    public static final HourShare NONE = new HourShare(0, 0);

    /** Share of failures, 0 to 1; NaN if nobody measured. */
    public double share() {
        return measured == 0 ? Double.NaN : (double) failed / measured;
    }
}
