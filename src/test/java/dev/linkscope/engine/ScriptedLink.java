package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A link whose conversations follow a script; each opening plays the next act. */
final class ScriptedLink implements AgentLink {
    private final Queue<Act> acts = new ArrayDeque<>();
    private final List<AgentRequest> requests = new ArrayList<>();
    private final AtomicInteger stops = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    /** What one opening yields: a failure, or frames and then a failure or silence. */
    record Act(FailureCode refused, List<AgentFrame> frames, FailureCode end) {}

    /** The next opening fails. */
    ScriptedLink thenRefuse(FailureCode code) {
        acts.add(new Act(code, List.of(), null));
        return this;
    }

    /**
     * The next opening plays these frames and then fails; null means that it goes on in silence.
     */
    ScriptedLink thenPlay(List<AgentFrame> frames, FailureCode end) {
        acts.add(new Act(null, frames, end));
        return this;
    }

    /** What was asked for, opening by opening. */
    synchronized List<AgentRequest> requests() {
        return List.copyOf(requests);
    }

    /** How often an agent was asked to end. */
    int stops() {
        return stops.get();
    }

    /** How many channels were closed. */
    int closed() {
        return closed.get();
    }

    @Override
    public synchronized AgentChannel open(AgentRequest request, ConnectProgress progress)
            throws LinkException {
        requests.add(request);
        Act act = acts.poll();
        if (act == null) {
            throw failure(FailureCode.CANCELLED);
        }
        if (act.refused() != null) {
            throw failure(act.refused());
        }
        return new Channel(act);
    }

    private static LinkException failure(FailureCode code) {
        return new LinkException(Failure.of(code, "pi"), ConnectStep.REACH, null);
    }

    /** Hello and subscription of a run whose slot 0 is due at boot clock 0. */
    static List<AgentFrame> begin(String run, String boot, InstantSource clock, Duration cadence) {
        var frames = new ArrayList<AgentFrame>();
        frames.add(hello("process of " + run, boot, clock.instant(), 0));
        frames.add(subscribed(run, cadence));
        return frames;
    }

    /** The greeting of an agent whose boot clock shows so much at that time. */
    static AgentFrame.Hello hello(String process, String boot, Instant now, long bootMillis) {
        return new AgentFrame.Hello(
                1,
                "1",
                process,
                true,
                boot,
                "machine",
                new ClockReading(bootMillis, now),
                "3.11",
                Set.of("server.http"));
    }

    /** The subscription of a run whose slot 0 is due at boot clock 0. */
    static AgentFrame.Subscribed subscribed(String run, Duration cadence) {
        return new AgentFrame.Subscribed(
                "s",
                run,
                1,
                1,
                List.of(
                        new AgentFrame.Schedule(
                                ProbePlan.SERVER, ProbeKind.SERVER_HTTP, 0, cadence)));
    }

    private final class Channel implements AgentChannel {
        private final BlockingQueue<AgentFrame> frames;
        private final FailureCode end;
        private volatile boolean closed;

        Channel(Act act) {
            frames = new LinkedBlockingQueue<>(act.frames());
            end = act.end();
        }

        @Override
        public AgentFrame poll(Duration wait) throws LinkException {
            if (frames.isEmpty() && end != null) {
                throw failure(end);
            }
            if (closed) {
                throw failure(FailureCode.CANCELLED);
            }
            try {
                return frames.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw failure(FailureCode.CANCELLED);
            }
        }

        @Override
        public void renew() {}

        @Override
        public void stop() {
            stops.incrementAndGet();
            frames.add(new AgentFrame.Bye("stopped"));
        }

        @Override
        public void close() {
            closed = true;
            ScriptedLink.this.closed.incrementAndGet();
        }
    }
}
