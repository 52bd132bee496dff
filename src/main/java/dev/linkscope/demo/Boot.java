package dev.linkscope.demo;

/**
 * The Pi's time from one start to the next power off.
 *
 * @param number tells boots of one Pi apart
 * @param fromMillis when it started; where its boot clock shows 0
 * @param toMillis when it stops, exclusive
 */
record Boot(int number, long fromMillis, long toMillis) {

    /** Whether the Pi is up at that time. */
    boolean covers(long atMillis) {
        return fromMillis <= atMillis && atMillis < toMillis;
    }

    /** What the boot clock shows at that time, in milliseconds. */
    long clockAt(long atMillis) {
        return atMillis - fromMillis;
    }
}
