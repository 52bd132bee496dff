package dev.linkscope.domain.probe;

/**
 * How long each phase of an attempt took, in microseconds; {@link #ABSENT} for a phase that was not
 * reached.
 *
 * @param dns resolving the name
 * @param connect TCP connect
 * @param tls TLS handshake
 * @param request request sent to first byte of the reply
 * @param body first to last byte of the reply
 * @param total start of the attempt to its end
 */
public record Timings(int dns, int connect, int tls, int request, int body, int total) {
    /** Marks a phase that was not reached. */
    public static final int ABSENT = -1;

    /** Timings of an attempt of which only the total is known. */
    public static Timings ofTotal(int totalMicros) {
        return new Timings(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, totalMicros);
    }
}
