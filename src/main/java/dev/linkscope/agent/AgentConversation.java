package dev.linkscope.agent;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with an agent over the streams of a command started with {@link AgentCommand}.
 * After {@link AgentFrame.Bye} or a failure, nothing more comes.
 */
public final class AgentConversation implements AgentChannel {
    /** How long to wait at most before looking at the watchdog again. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final AgentStreams streams;
    private final Limits limits;
    private final Failures failures;
    private final FrameReader frames;
    private final Inbox inbox;
    private final Outbox outbox;
    private Deque<AgentFrame> early = new ArrayDeque<>();
    private Interpreter interpreter = Interpreter.PYTHON;
    private boolean over;
    private @Nullable LinkException failure;
    private volatile boolean closed;

    private AgentConversation(AgentStreams streams, String host, Limits limits) {
        this.streams = streams;
        this.limits = limits;
        this.failures = new Failures(streams, host);
        this.frames = new FrameReader(failures);
        this.inbox = new Inbox(streams.input(), limits, "agent-reader-" + host);
        this.outbox = new Outbox(streams.output(), limits, "agent-writer-" + host);
    }

    /**
     * Waits for python or a shell, sends the agent, checks its protocol and subscribes. Blocks;
     * when the calling thread is interrupted, it fails with {@code CANCELLED}. After any failure
     * the streams are cut.
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
        var conversation = new AgentConversation(streams, host, limits);
        boolean started = false;
        try {
            conversation.begin(request, progress);
            started = true;
        } catch (InterruptedException e) {
            throw conversation.failures.cancelled(ConnectStep.AGENT);
        } finally {
            if (!started) {
                conversation.close();
            }
        }
        return conversation;
    }

    private void begin(AgentRequest request, ConnectProgress progress)
            throws LinkException, InterruptedException {
        inbox.start();
        outbox.start();
        var handshake = new Handshake(inbox, outbox, limits, failures, frames);
        early = handshake.run(request, progress);
        interpreter = handshake.interpreter();
    }

    @Override
    public @Nullable AgentFrame poll(Duration wait) throws LinkException {
        if (failure != null) {
            throw failure;
        }
        if (over) {
            return null;
        }
        try {
            AgentFrame frame = early.isEmpty() ? receive(wait) : early.removeFirst();
            over = frame instanceof AgentFrame.Bye;
            return frame;
        } catch (LinkException e) {
            failure = e;
            throw e;
        } catch (InterruptedException e) {
            throw failures.cancelled(null);
        }
    }

    @Override
    public void renew() {
        outbox.send(interpreter.renew());
    }

    @Override
    public void stop() {
        outbox.send(interpreter.stop());
    }

    @Override
    public void close() {
        closed = true;
        outbox.close();
        streams.cut();
        inbox.close();
    }

    private @Nullable AgentFrame receive(Duration wait) throws LinkException, InterruptedException {
        long until = limits.nanos().getAsLong() + wait.toNanos();
        while (true) {
            if (closed) {
                throw failures.of(FailureCode.CANCELLED, null);
            }
            long left = Math.max(0, until - limits.nanos().getAsLong());
            Inbox.Item item = inbox.poll(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
            if (item == null) {
                if (inbox.silent()) {
                    throw failures.of(FailureCode.LINK_SILENT, null);
                }
                if (left == 0) {
                    return null;
                }
            } else {
                AgentFrame frame = take(item);
                if (frame != null) {
                    return frame;
                }
            }
        }
    }

    private @Nullable AgentFrame take(Inbox.Item item) throws LinkException {
        if (item instanceof Inbox.End end) {
            if (closed) {
                throw failures.of(FailureCode.CANCELLED, null);
            }
            throw failures.ended(FailureCode.AGENT_ENDED, null, end.cause(), "");
        }
        return frames.read(item, null);
    }
}
