package dev.linkscope.demo;

import dev.linkscope.demo.Scenario.Trait;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;

/** The way to a simulated Pi: the steps of a real one, with what they would find. */
final class SimulatedLink implements AgentLink {
    /** Where a simulated printer would be. */
    private static final String ADDRESS = "192.168.1.57";

    /** A real link waits longer; nobody should have to watch a demonstration time out. */
    private static final Duration UNREACHABLE_AFTER = Duration.ofSeconds(2);

    private final SimulatedPi pi;
    private final SimulatedTime time;
    private final String shownTarget;

    SimulatedLink(SimulatedPi pi, SimulatedTime time, String shownTarget) {
        this.pi = pi;
        this.time = time;
        this.shownTarget = shownTarget;
    }

    @Override
    public AgentChannel open(AgentRequest request, ConnectProgress progress) throws LinkException {
        step(ConnectStep.RESOLVE, 30, shownTarget, progress);
        if (!reachable()) {
            pause(UNREACHABLE_AFTER, ConnectStep.REACH);
            throw failed(FailureCode.UNREACHABLE, ConnectStep.REACH);
        }
        step(ConnectStep.REACH, 40, "SSH-2.0-simulated", progress);
        step(ConnectStep.HOST_KEY, 10, "SHA256:simulated", progress);
        step(ConnectStep.LOGIN, 120, "pi", progress);
        step(ConnectStep.PYTHON, 150, "python3", progress);
        step(ConnectStep.AGENT, 50, "simulated", progress);
        long now = time.now();
        Boot boot = pi.bootAt(now);
        if (boot == null) {
            throw failed(FailureCode.LINK_BROKEN, ConnectStep.AGENT);
        }
        AgentRun run = AgentRun.serving(pi, boot, time.start(), request, now);
        return new SimulatedChannel(run, request, time, shownTarget);
    }

    private boolean reachable() {
        return !pi.scenario().has(Trait.UNREACHABLE) && pi.bootAt(time.now()) != null;
    }

    private void step(ConnectStep step, int millis, String detail, ConnectProgress progress)
            throws LinkException {
        Duration took = Duration.ofMillis(millis);
        pause(took, step);
        progress.done(step, detail, took);
    }

    private void pause(Duration simulated, ConnectStep step) throws LinkException {
        try {
            time.pause(simulated);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(Failure.of(FailureCode.CANCELLED, shownTarget), step, e);
        }
    }

    private LinkException failed(FailureCode code, ConnectStep step) {
        return new LinkException(Failure.of(code, shownTarget, ADDRESS), step, null);
    }
}
