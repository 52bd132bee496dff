package dev.linkscope.faults;

import java.time.Duration;
import java.time.Instant;

/**
 * The truth about one fault, by this computer's clock, which all namespaces share.
 *
 * @param fault what went wrong
 * @param begin just before it began
 * @param end just after it was mended
 */
record Injection(Fault fault, Instant begin, Instant end) {
    /** Lets it happen, waits, mends it, and says so. */
    static Injection of(Fault fault, Topology net, Duration length) throws InterruptedException {
        Instant begin = Instant.now();
        fault.begin().accept(net);
        try {
            Thread.sleep(length);
        } finally {
            fault.end().accept(net);
        }
        Injection injection = new Injection(fault, begin, Instant.now());
        System.out.printf("%s: from %s to %s%n", fault.name(), begin, injection.end());
        return injection;
    }
}
