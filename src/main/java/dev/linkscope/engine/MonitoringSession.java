package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
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

    private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long PUBLISH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final long GOODBYE_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** A conversation that ends for a new pace. */
    private static final String PACED = "paced";

    private static final Duration QUIET = Duration.ofMillis(400);

    private final Printer printer;
    private final SessionPlan plan;
    private final LinkFactory links;
    private final String instance;
    private final InstantSource clock;
    private final OutcomeStore store;
    private final SessionRecord record;
    private final SnapshotMaker snapshots;
    private final PlanEnd end;
    private final PaceKeeper pace;
    private final Learned learned = new Learned();
    private final Backoff backoff =
            new Backoff(System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private volatile LinkQuestions questions;
    private volatile boolean newLinkWanted = true;
    private volatile Ending ending = Ending.NONE;
    private volatile boolean polling;
    private boolean measuredOnce;

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
     * @param judging where the patterns of all sessions are judged
     * @param instance id of this installation of Linkscope
     * @param onChange called on the session's thread after each new snapshot; must return at once
     */
    public MonitoringSession(
            Printer printer,
            SessionPlan plan,
            LinkFactory links,
            LinkQuestions questions,
            OutcomeStore store,
            InstantSource clock,
            JudgingThread judging,
            String instance,
            Runnable onChange) {
        this.printer = printer;
        this.plan = plan;
        this.links = links;
        this.questions = questions;
        this.instance = instance;
        this.clock = clock;
        this.store = store;
        this.record =
                new SessionRecord(
                        printer.id(),
                        store,
                        clock,
                        plan.lease(printer),
                        plan.shown(),
                        () -> plan.tape(printer));
        this.snapshots = new SnapshotMaker(printer, record, learned, clock, judging, onChange);
        this.end = new PlanEnd(plan.span(), clock);
        this.pace = new PaceKeeper(plan.finite(), System::nanoTime);
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
        end(plan.outlives(printer) ? Ending.LEAVE : Ending.STOP);
    }

    private void end(Ending how) {
        ending = how;
        wake.release();
        if (!polling) {
            // Connecting may wait for the network or for an answer from the user.
            thread.interrupt();
        }
    }

    /** Tries again now, asking {@code whom} where something must be asked. */
    public void retry(LinkQuestions whom) {
        questions = whom;
        newLinkWanted = true;
        wake.release();
    }

    /** Keeps this pace; if that changes a cadence, with a new run after a minute at the latest. */
    void pace(Pace wanted) {
        pace.want(wanted);
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
        return thread.join(longest);
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
        AgentLink link = null;
        while (!ending() && !end.isOver(record.heard())) {
            if (link == null || newLinkWanted) {
                newLinkWanted = false;
                link = links.link(printer, questions);
            }
            try {
                snapshots.connecting();
                backoff.trying();
                if (converse(link)) {
                    break;
                }
            } catch (LinkException e) {
                if (measuredOnce) {
                    record.channelEnded(holeAfter(e.failure().code()));
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
        if (plan.finite()) {
            return;
        }
        try {
            record.asking(plan.probes(printer, pace.wanted(), Duration.ZERO));
            store.latest(printer.id())
                    .ifPresent(last -> {
                        record.recall(last, plan.outlives(printer));
                        snapshots.publish();
                    });
        } catch (RuntimeException e) {
            // What is measured from now on matters more.
            LOG.warn("{}: its history cannot be read", printer.name(), e);
        }
    }

    /** One conversation from connecting to its end; true if nothing is left to do. */
    private boolean converse(AgentLink link) throws LinkException {
        Pace kept = pace.adopt();
        snapshots.paced(kept);
        var request =
                new AgentRequest(
                        printer.id().toString(),
                        instance,
                        plan.lease(printer),
                        record.position(),
                        plan.probes(printer, kept, end.left()));
        record.asking(request.probes());
        try (AgentChannel channel = link.open(request, ConnectProgress.NONE)) {
            polling = true;
            measuredOnce = true;
            end.begin();
            snapshots.measuring();
            String reason = pump(channel);
            LOG.debug("{}: conversation ended: {}", printer.name(), reason);
            record.channelEnded(holeAfter(reason));
            if (reason.equals("taken_over")) {
                throw failure(FailureCode.TAKEN_OVER);
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

    /** An agent that says goodbye again and again must not be asked without a breath. */
    private boolean pauseAfter(String reason) {
        try {
            boolean _ = !reason.equals(PACED) && wake.tryAcquire(1, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Takes frames until the agent says goodbye or this side has had enough; returns why. */
    private String pump(AgentChannel channel) throws LinkException {
        var sleep = new SleepWatch(clock, System::nanoTime);
        long renewedAt = System.nanoTime();
        long publishedAt = renewedAt;
        long stopAskedAt = 0;
        boolean dirty = false;
        while (true) {
            AgentFrame frame = channel.poll(dirty ? Duration.ofMillis(50) : QUIET);
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
            if (ending == Ending.LEAVE) {
                return "left";
            }
            // An agent that goes on beyond its slots must not keep a finite measurement running.
            if (ending() || end.isLongOver()) {
                if (stopAskedAt == 0) {
                    channel.stop();
                    stopAskedAt = now;
                } else if (now - stopAskedAt > GOODBYE_NANOS) {
                    return "unanswered";
                }
            }
            if (pace.isDue()) {
                return PACED;
            }
            if (sleep.slept()) {
                throw failure(FailureCode.LINK_SILENT);
            }
        }
    }

    private boolean take(@Nullable AgentFrame frame) throws LinkException {
        if (frame == null) {
            record.save();
            return snapshots.hasNews();
        }
        if (frame instanceof AgentFrame.Refused refused) {
            throw new LinkException(
                    Failure.of(
                            FailureCode.AGENT_REFUSED, printer.target().display(), refused.code()),
                    null,
                    null);
        }
        if (frame instanceof AgentFrame.Heartbeat) {
            // Not before: an agent that ends at once must not be started again and again.
            backoff.reset();
        }
        try {
            return record.apply(frame);
        } catch (IllegalArgumentException e) {
            throw new LinkException(
                    Failure.of(FailureCode.AGENT_GARBAGE, printer.target().display()), null, e);
        }
    }

    private boolean ending() {
        return ending != Ending.NONE;
    }

    private LinkException failure(FailureCode code) {
        return new LinkException(Failure.of(code, printer.target().display()), null, null);
    }

    /** Waits before the next attempt; false if there is to be none. */
    private boolean waitAfter(Failure failure) {
        if (ending() || failure.code() == FailureCode.CANCELLED) {
            return false;
        }
        if (plan.finite() && (!measuredOnce || !failure.code().retryable())) {
            snapshots.failed(failure);
            return false;
        }
        wake.drainPermits();
        try {
            if (failure.code().retryable()) {
                Duration pause = end.within(backoff.next(failure.code(), measuredOnce));
                snapshots.waiting(failure, clock.instant().plus(pause));
                awaitCall(pause);
            } else {
                snapshots.failed(failure);
                awaitCall(FOR_EVER);
            }
            return !ending();
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Waits to be woken, and shows meanwhile what others than the agent tell. */
    private void awaitCall(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        while (left > 0 && !wake.tryAcquire(Math.min(LOOK_NANOS, left), TimeUnit.NANOSECONDS)) {
            left -= LOOK_NANOS;
            if (snapshots.hasNews()) {
                snapshots.publish();
            }
        }
    }

    private static NotMeasured holeAfter(String goodbye) {
        return switch (goodbye) {
            // What this side sent did not arrive.
            case "lease", "unanswered" -> NotMeasured.UNREACHABLE_FROM_HERE;
            case "replaced" -> NotMeasured.AGENT_LOST;
            default -> NotMeasured.NOT_ASKED;
        };
    }

    private static NotMeasured holeAfter(FailureCode code) {
        return switch (code) {
            case AGENT_ENDED, AGENT_GARBAGE, AGENT_REFUSED -> NotMeasured.AGENT_LOST;
            default -> NotMeasured.UNREACHABLE_FROM_HERE;
        };
    }
}
