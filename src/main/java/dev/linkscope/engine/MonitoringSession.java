package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.Position;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one printer on one thread: connects, takes frames, keeps the record, publishes snapshots,
 * and connects again when the link breaks, going on where it was. Public methods may be called from
 * any thread and return at once.
 */
public final class MonitoringSession {
    private static final Logger LOG = LoggerFactory.getLogger(MonitoringSession.class);

    private static final Duration BREATH = Duration.ofSeconds(1);
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Printer printer;
    private final Asking asking;
    private final InstantSource clock;
    private final OutcomeStore store;
    private final SessionRecord record;
    private final SnapshotMaker snapshots;
    private final PlanEnd end;
    private final Approach approach;
    private final Learned learned = new Learned();
    private final Thread thread;
    private final Doorbell bell;
    private volatile Ending ending = Ending.NONE;
    private volatile boolean polling;

    /** How a session was asked to end. */
    private enum Ending {
        NONE,
        /** The agent ends too. */
        STOP,
        /** The agent goes on until its lease has passed. */
        LEAVE
    }

    /**
     * A session that has not begun.
     *
     * @param questions who is asked while connecting
     * @param onChange called on the session's thread after each new snapshot; must return at once
     */
    MonitoringSession(
            Printer printer,
            SessionContext context,
            LinkQuestions questions,
            OutcomeStore store,
            Runnable onChange) {
        this.printer = printer;
        SessionPlan plan = context.plan();
        this.asking = new Asking(printer, plan, context.instance());
        this.clock = context.clock();
        this.store = store;
        this.record =
                new SessionRecord(
                        printer.id(),
                        store,
                        clock,
                        asking.lease(),
                        plan.shown(),
                        () -> plan.tape(printer));
        this.snapshots = new SnapshotMaker(printer, record, learned, context, onChange);
        this.bell = new Doorbell(snapshots);
        this.end = new PlanEnd(plan.span(), clock);
        this.approach = new Approach(printer, context.links(), questions, context.gate());
        this.thread = NamedThreads.virtual("session-" + printer.name(), this::run);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Ends; the agent is told to end too. */
    public void stop() {
        end(Ending.STOP);
    }

    /**
     * Ends, because Linkscope does. An agent that may measure meanwhile goes on until its lease has
     * passed; any other is told to end.
     */
    public void leave() {
        end(asking.plan().outlives(printer) ? Ending.LEAVE : Ending.STOP);
    }

    private void end(Ending how) {
        ending = how;
        bell.ring();
        if (!polling) {
            // Connecting may wait for the network or for an answer from the user.
            thread.interrupt();
        }
    }

    /** Tries again now, asking {@code whom} where something must be asked. */
    public void retry(LinkQuestions whom) {
        approach.retry(whom);
        bell.ring();
    }

    /** What its agent is asked for. */
    Asking asking() {
        return asking;
    }

    /** Goes on by the manners and limits of another plan, see {@link Asking#replan}. */
    void replan(SessionPlan wished, Duration pause) {
        asking.replan(wished, pause);
        snapshots.judgeBy(asking.plan().rateLimits());
        if (hasEnded()) {
            // Nobody else looks up any more.
            snapshots.showNews();
        }
    }

    /** The printer is sorted otherwise; nothing else changes. */
    void relabel(Labels labels) {
        snapshots.relabel(labels);
    }

    /** What others than the agent tell of this printer. */
    Learned learned() {
        return learned;
    }

    /** Waits until it has ended; false if it has not by then. */
    public boolean awaitEnd(Duration longest) throws InterruptedException {
        // One that was not started yet cannot be waited for.
        return thread.getState() != Thread.State.NEW && thread.join(longest);
    }

    /** Whether it has ended. */
    boolean hasEnded() {
        return thread.getState() == Thread.State.TERMINATED;
    }

    /** The latest snapshot. */
    public SessionSnapshot snapshot() {
        return snapshots.latest();
    }

    private void run() {
        recall();
        while (!ending() && !end.isOver(record.trail().heard())) {
            try {
                if (converse()) {
                    break;
                }
            } catch (LinkException e) {
                if (approach.arrivedOnce()) {
                    record.channelEnded(HoleReason.after(e.failure().code()));
                }
                if (!waitAfter(e.failure())) {
                    break;
                }
            }
        }
        record.finish();
        snapshots.ended();
    }

    /** Begins with what is in the history. */
    private void recall() {
        if (asking.plan().finite()) {
            return;
        }
        try {
            record.asking(asking.probes());
            store.latest(printer.id())
                    .ifPresent(last -> {
                        record.recall(last, asking.plan().outlives(printer));
                        snapshots.publish();
                    });
        } catch (RuntimeException e) {
            // What is measured from now on matters more.
            LOG.warn("{}: its history cannot be read", printer.name(), e);
        }
    }

    /** One conversation from connecting to its end; true if nothing is left to do. */
    private boolean converse() throws LinkException {
        // Waits for the store: not while others wait for this session's login.
        Position held = record.position();
        try (AgentChannel channel = approach.open(() -> request(held), snapshots)) {
            polling = true;
            end.begin();
            snapshots.measuring();
            String reason =
                    new Conversation(
                                    channel,
                                    printer.target().display(),
                                    record,
                                    snapshots,
                                    new Wishes(),
                                    clock)
                            .hold();
            LOG.debug("{}: conversation ended: {}", printer.name(), reason);
            record.channelEnded(HoleReason.after(reason));
            if (reason.equals("taken_over")) {
                throw new LinkException(
                        Failure.of(FailureCode.TAKEN_OVER, printer.target().display()), null, null);
            }
            return ending()
                    || end.isLongOver()
                    || reason.equals("finished")
                    || reason.equals("stopped")
                    || !pauseAfter(reason);
        } finally {
            polling = false;
        }
    }

    private AgentRequest request(@Nullable Position held) {
        Pace kept = asking.adoptPace();
        snapshots.paced(kept);
        AgentRequest request = asking.request(held, kept, end.left());
        record.trail().lease(asking.lease());
        record.asking(request.probes());
        return request;
    }

    private final class Wishes implements Conversation.Wishes {
        @Override
        public boolean leave() {
            return ending == Ending.LEAVE;
        }

        /** An agent that goes on beyond its slots must not keep a finite measurement running. */
        @Override
        public boolean stop() {
            return ending() || end.isLongOver();
        }

        @Override
        public boolean pace() {
            return asking.isDue();
        }

        @Override
        public void alive() {
            approach.worked();
        }
    }

    /** An agent that says goodbye again and again must not be asked without a breath. */
    private boolean pauseAfter(String reason) {
        try {
            if (!reason.equals(Conversation.PACED)) {
                bell.await(BREATH);
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private boolean ending() {
        return ending != Ending.NONE;
    }

    /** Waits before the next attempt; false if there is to be none. */
    private boolean waitAfter(Failure failure) {
        if (ending() || failure.code() == FailureCode.CANCELLED) {
            return false;
        }
        if (asking.plan().finite() && (!approach.arrivedOnce() || !failure.code().retryable())) {
            snapshots.failed(failure);
            return false;
        }
        bell.silence();
        try {
            if (failure.code().retryable()) {
                Duration pause = end.within(approach.pause(failure.code()));
                snapshots.waiting(failure, clock.instant().plus(pause));
                bell.await(pause);
            } else {
                snapshots.failed(failure);
                bell.await(FOR_EVER);
            }
            return !ending();
        } catch (InterruptedException e) {
            return false;
        }
    }
}
