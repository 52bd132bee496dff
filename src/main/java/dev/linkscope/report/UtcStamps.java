package dev.linkscope.report;

import java.time.Instant;

/**
 * Times one after the other as ISO 8601 in UTC, the same as {@link Instant#toString()}. That one
 * takes most of the time of writing millions of them; here a minute is written once.
 */
final class UtcStamps {
    private static final int MINUTE = 60;

    /** Such as {@code 2026-11-22T07:02:}. */
    private static final int FRONT = 17;

    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private long minute = Long.MIN_VALUE;
    private String front = "";

    /** A time as text. */
    String of(Instant time) {
        long second = time.getEpochSecond();
        if (time.getNano() != 0 || second < 0 || second > LAST) {
            return time.toString();
        }
        if (second / MINUTE != minute) {
            minute = second / MINUTE;
            front = Instant.ofEpochSecond(minute * MINUTE).toString().substring(0, FRONT);
        }
        long within = second % MINUTE;
        return front + (within < 10 ? "0" : "") + within + "Z";
    }
}
