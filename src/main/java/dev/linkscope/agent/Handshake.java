package dev.linkscope.agent;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Starts the agent and subscribes; keeps the frames that came meanwhile. */
final class Handshake {
    /** Version of the protocol that this program speaks. */
    static final int PROTOCOL = 1;

    private final Inbox inbox;
    private final Outbox outbox;
    private final Limits limits;
    private final Failures failures;
    private final FrameReader frames;
    private final Boot boot;
    private final Deque<AgentFrame> received = new ArrayDeque<>();
    private Interpreter interpreter = Interpreter.PYTHON;

    Handshake(Inbox inbox, Outbox outbox, Limits limits, Failures failures, FrameReader frames) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.limits = limits;
        this.failures = failures;
        this.frames = frames;
        this.boot = new Boot(inbox, outbox, limits, failures);
    }

    /**
     * Does it all.
     *
     * @return the frames received, the hello first, in the agent's order
     */
    Deque<AgentFrame> run(AgentRequest request, ConnectProgress progress)
            throws LinkException, InterruptedException {
        long begun = limits.nanos().getAsLong();
        interpreter = boot.awaitInterpreter();
        outbox.send(interpreter.program());
        AgentFrame.Hello hello = awaitHello();
        long greeted = limits.nanos().getAsLong();
        progress.done(
                ConnectStep.PYTHON,
                interpreter.display(hello.python()),
                Duration.ofNanos(greeted - begun));
        if (hello.protocol() != PROTOCOL) {
            throw failures.of(
                    FailureCode.PROTOCOL_MISMATCH,
                    ConnectStep.AGENT,
                    Integer.toString(hello.protocol()),
                    Integer.toString(PROTOCOL));
        }
        outbox.send(interpreter.subscribe(request.within(hello.capabilities())));
        awaitSubscribed(request.subscription());
        List<ProbeKind> beyond = request.beyond(hello.capabilities());
        if (!beyond.isEmpty()) {
            received.add(new AgentFrame.LeftOut(beyond));
        }
        progress.done(
                ConnectStep.AGENT,
                hello.agentVersion(),
                Duration.ofNanos(limits.nanos().getAsLong() - greeted));
        return received;
    }

    /** Who runs the agent, once {@link #run} has returned. */
    Interpreter interpreter() {
        return interpreter;
    }

    private AgentFrame.Hello awaitHello() throws LinkException, InterruptedException {
        AgentFrame frame = next(FailureCode.AGENT_NOT_STARTED);
        while (!(frame instanceof AgentFrame.Hello)) {
            frame = next(FailureCode.AGENT_NOT_STARTED);
        }
        received.add(frame);
        return (AgentFrame.Hello) frame;
    }

    private void awaitSubscribed(String subscription) throws LinkException, InterruptedException {
        while (true) {
            AgentFrame frame = next(FailureCode.AGENT_ENDED);
            if (frame instanceof AgentFrame.Refused refused) {
                throw failures.of(
                        FailureCode.AGENT_REFUSED,
                        ConnectStep.AGENT,
                        refused.code(),
                        refused.message());
            }
            received.add(frame);
            if (frame instanceof AgentFrame.Subscribed done
                    && done.subscription().equals(subscription)) {
                return;
            }
        }
    }

    private AgentFrame next(FailureCode whenExited) throws LinkException, InterruptedException {
        long until = limits.nanos().getAsLong() + limits.agentWithin().toNanos();
        while (true) {
            Duration left = Duration.ofNanos(until - limits.nanos().getAsLong());
            Inbox.Item item = left.isPositive() ? inbox.poll(left) : null;
            if (item == null) {
                throw failures.of(FailureCode.LINK_SILENT, ConnectStep.AGENT);
            }
            if (item instanceof Inbox.End end) {
                throw failures.ended(whenExited, ConnectStep.AGENT, end.cause(), "");
            }
            if (item instanceof Inbox.Line line && received.isEmpty()) {
                boot.checkAge(line.bytes());
            }
            AgentFrame frame = frames.read(item, ConnectStep.AGENT);
            if (frame != null) {
                return frame;
            }
        }
    }
}
