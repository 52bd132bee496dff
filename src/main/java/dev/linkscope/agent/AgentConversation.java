package dev.linkscope.agent;

import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A conversation with an agent over the streams of a command started with {@link AgentCommand}. */
public final class AgentConversation implements AgentChannel {
    private final AgentStreams streams;

    private AgentConversation(AgentStreams streams) {
        this.streams = streams;
    }

    /**
     * Waits for python, sends the agent, checks its protocol and subscribes. Blocks; when the
     * calling thread is interrupted, it fails with {@code CANCELLED}. After any failure the streams
     * are cut.
     *
     * @param streams a command just started; nothing read or written yet
     * @param host name of the host for messages
     * @param request what to probe
     * @param progress told of {@code PYTHON} and {@code AGENT}
     * @param limits how long to wait
     * @throws LinkException at step {@code PYTHON} or {@code AGENT}
     */
    public static AgentConversation start(
            AgentStreams streams,
            String host,
            AgentRequest request,
            ConnectProgress progress,
            Limits limits)
            throws LinkException {
        return new AgentConversation(streams);
    }

    @Override
    public @Nullable AgentFrame poll(Duration wait) throws LinkException {
        return null;
    }

    @Override
    public void renew() {}

    @Override
    public void stop() {}

    @Override
    public void close() {
        streams.cut();
    }
}
