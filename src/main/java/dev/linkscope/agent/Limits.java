package dev.linkscope.agent;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a conversation waits for what.
 *
 * @param nudgeAfter without a sign of python for so long, empty lines are sent, in case a login
 *     script waits for input
 * @param readyWithin without a sign of python for so long, the shell is taken to be blocked
 * @param agentWithin time for the agent to start, and again to take the subscription
 * @param silence without a byte for so long, the link is taken to be dead; the agent sends a
 *     heartbeat every 5 s
 * @param platformThreads whether reading and writing need platform threads, as the streams of local
 *     processes do
 * @param nanos a clock that only runs forward, in nanoseconds
 */
public record Limits(
        Duration nudgeAfter,
        Duration readyWithin,
        Duration agentWithin,
        Duration silence,
        boolean platformThreads,
        LongSupplier nanos) {

    /** For SSH channels: virtual threads, a watchdog of 8 s. */
    public static Limits standard() {
        return new Limits(
                Duration.ofSeconds(4),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(8),
                false,
                System::nanoTime);
    }

    /** The same on platform threads. */
    public Limits onPlatformThreads() {
        return new Limits(nudgeAfter, readyWithin, agentWithin, silence, true, nanos);
    }
}
