package dev.linkscope.engine.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with one agent. All methods may be called from one thread at a time, except {@link
 * #close()}, which may be called from any thread and makes a waiting {@link #poll} end.
 */
public interface AgentChannel extends AutoCloseable {
    /**
     * The next frame, in the agent's order.
     *
     * @return null if none came within {@code wait}
     * @throws LinkException when the channel has ended otherwise than by {@link AgentFrame.Bye};
     *     every later call throws it again
     */
    @Nullable AgentFrame poll(Duration wait) throws LinkException;

    /** Renews the lease. Never blocks for long; a broken link shows in {@link #poll}. */
    void renew();

    /** Asks the agent to end the subscription; a {@link AgentFrame.Bye} follows. */
    void stop();

    /**
     * Ends the conversation at once. An agent that was not asked to {@link #stop()} measures on
     * until its lease has passed. Idempotent; never throws.
     */
    @Override
    void close();
}
