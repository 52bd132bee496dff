package dev.linkscope.demo;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A channel without a thread: each poll computes the next frame that is due, and waits only if none
 * is. The lease runs in real time, since it is the client's clock that renews it; all else runs in
 * simulated time.
 */
final class SimulatedChannel implements AgentChannel {
    private static final long NEVER = Long.MAX_VALUE;

    private final AgentRun run;
    private final SimulatedTime time;
    private final Duration lease;
    private final String shownTarget;
    private final FrameSource frames;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private boolean closed;
    private boolean dismissed;
    private @Nullable LinkException ended;
    private long leaseEndsMillis;
    private long stopMillis = NEVER;

    SimulatedChannel(AgentRun run, AgentRequest request, SimulatedTime time, String shownTarget) {
        this.run = run;
        this.time = time;
        this.lease = request.lease();
        this.shownTarget = shownTarget;
        long now = time.now();
        this.frames = new FrameSource(run, request, now);
        this.leaseEndsMillis = now + time.simulated(lease);
    }

    @Override
    public @Nullable AgentFrame poll(Duration wait) throws LinkException {
        long left = Math.max(0, wait.toNanos());
        lock.lock();
        try {
            while (true) {
                throwIfEnded();
                if (dismissed) {
                    return null;
                }
                long now = time.now();
                AgentFrame frame = next(now);
                if (frame != null || left <= 0) {
                    return frame;
                }
                long due = Math.min(frames.nextMillis(), endMillis());
                long nanos = due == NEVER ? left : Math.min(left, time.realNanos(due - now));
                left -= nanos - Math.max(0, closing.awaitNanos(nanos));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw end(FailureCode.CANCELLED);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void renew() {
        lock.lock();
        try {
            long now = time.now();
            // A lease that has run out cannot be renewed: the agent is gone.
            if (now < leaseEndsMillis) {
                leaseEndsMillis = now + time.simulated(lease);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            stopMillis = Math.min(stopMillis, time.now());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void throwIfEnded() throws LinkException {
        if (ended != null) {
            throw ended;
        }
        if (closed || Thread.currentThread().isInterrupted()) {
            throw end(FailureCode.CANCELLED);
        }
    }

    /** The next frame that is due; null if none is yet. */
    private @Nullable AgentFrame next(long now) throws LinkException {
        long end = endMillis();
        AgentFrame frame = frames.poll(Math.min(now, end));
        if (frame != null) {
            return frame;
        }
        if (frames.finished()) {
            return bye("finished");
        }
        if (now < end) {
            return null;
        }
        if (end == stopMillis) {
            return bye("stopped");
        }
        throw end(end == leaseEndsMillis ? FailureCode.AGENT_ENDED : FailureCode.LINK_BROKEN);
    }

    private long endMillis() {
        return Math.min(stopMillis, Math.min(leaseEndsMillis, run.boot().toMillis()));
    }

    private AgentFrame.Bye bye(String reason) {
        dismissed = true;
        return new AgentFrame.Bye(reason);
    }

    private LinkException end(FailureCode code) {
        LinkException failure = new LinkException(Failure.of(code, shownTarget), null, null);
        ended = failure;
        return failure;
    }
}
