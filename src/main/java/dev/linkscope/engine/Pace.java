package dev.linkscope.engine;

import java.time.Duration;

/**
 * What a printer has to heed of the others that ask the same server.
 *
 * @param stretch by how much the cadence of its probes of the server grows; at least 1
 * @param printers how many printers ask that server, this one included
 */
record Pace(double stretch, int printers) {
    /** Nobody else asks. */
    static final Pace ALONE = new Pace(1, 1);

    /** Agents begin so far apart, on average. */
    static final Duration APART = Duration.ofMillis(250);

    /** Whether there is any stretch. */
    boolean stretches() {
        return stretch > 1;
    }

    /** The cadence to keep. */
    Duration stretched(Duration cadence) {
        return stretches() ? Duration.ofMillis(Math.round(cadence.toMillis() * stretch)) : cadence;
    }

    /** Slot 0 of an endless probe lies within so long: at once for a single printer. */
    Duration spread(Duration cadence) {
        Duration wide = printers > 1 ? APART.multipliedBy(printers) : Duration.ZERO;
        return wide.compareTo(cadence) < 0 ? wide : cadence;
    }
}
