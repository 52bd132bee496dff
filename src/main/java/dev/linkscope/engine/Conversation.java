package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One conversation with an agent, from the open channel to its end. Used by one thread. */
final class Conversation {
    /** Why it ended: for a new pace, other probes or another lease. */
    static final String PACED = "paced";

    private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long PUBLISH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long GOODBYE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final Duration QUIET = Duration.ofMillis(400);
    private static final Duration SETTLING = Duration.ofMillis(50);

    private final AgentChannel channel;
    private final String target;
    private final SessionRecord record;
    private final SnapshotMaker snapshots;
    private final Wishes wishes;
    private final SleepWatch sleep;
    private long stopAskedAt;

    /**
     * A conversation that has not begun.
     *
     * @param target how the other end is called
     */
    Conversation(
            AgentChannel channel,
            String target,
            SessionRecord record,
            SnapshotMaker snapshots,
            Wishes wishes,
            InstantSource clock) {
        this.channel = channel;
        this.target = target;
        this.record = record;
        this.snapshots = snapshots;
        this.wishes = wishes;
        this.sleep = new SleepWatch(clock, System::nanoTime);
    }

    /** What this side wants meanwhile. */
    interface Wishes {
        /** To go, and let the agent go on. */
        boolean leave();

        /** That the agent ends. */
        boolean stop();

        /** Another pace, other probes, or another lease. */
        boolean pace();

        /** The agent has shown that it lives. */
        void alive();
    }

    /** Takes frames until the agent says goodbye or this side has had enough; returns why. */
    String hold() throws LinkException {
        long renewedAt = System.nanoTime();
        long publishedAt = renewedAt;
        boolean dirty = false;
        while (true) {
            AgentFrame frame = channel.poll(dirty ? SETTLING : QUIET);
            long now = System.nanoTime();
            dirty |= take(frame);
            if (frame instanceof AgentFrame.Bye(String reason)) {
                return reason;
            }
            if (dirty && (frame == null || now - publishedAt > PUBLISH_NANOS)) {
                snapshots.publish();
                publishedAt = now;
                dirty = false;
            }
            if (now - renewedAt > RENEW_NANOS) {
                channel.renew();
                renewedAt = now;
            }
            String enough = enough(now, frame == null);
            if (enough != null) {
                return enough;
            }
            if (sleep.slept()) {
                throw failure(FailureCode.LINK_SILENT, null);
            }
        }
    }

    /**
     * Why this side has had enough; null while it has not.
     *
     * @param quiet whether nothing waits that would be lost with another run
     */
    private @Nullable String enough(long now, boolean quiet) {
        if (wishes.leave()) {
            return "left";
        }
        if (wishes.stop()) {
            if (stopAskedAt == 0) {
                channel.stop();
                stopAskedAt = now;
            } else if (now - stopAskedAt > GOODBYE_NANOS) {
                return "unanswered";
            }
        }
        return quiet && wishes.pace() ? PACED : null;
    }

    private boolean take(@Nullable AgentFrame frame) throws LinkException {
        if (frame == null) {
            record.save();
            return snapshots.hasNews();
        }
        if (frame instanceof AgentFrame.Refused refused) {
            throw new LinkException(
                    Failure.of(FailureCode.AGENT_REFUSED, target, refused.code()), null, null);
        }
        if (frame instanceof AgentFrame.Heartbeat) {
            // Not before: an agent that ends at once must not be started again and again.
            wishes.alive();
        }
        try {
            return record.apply(frame);
        } catch (IllegalArgumentException e) {
            throw failure(FailureCode.AGENT_GARBAGE, e);
        }
    }

    private LinkException failure(FailureCode code, @Nullable Throwable cause) {
        return new LinkException(Failure.of(code, target), null, cause);
    }
}
