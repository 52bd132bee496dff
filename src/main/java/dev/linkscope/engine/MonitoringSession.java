package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
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
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one printer on one thread: connects, takes frames, keeps the record, publishes snapshots,
 * and connects again when the link breaks. Public methods may be called from any thread and return
 * at once.
 */
public final class MonitoringSession {
    private static final Logger LOG = LoggerFactory.getLogger(MonitoringSession.class);

    /** An agent without a sign of life from its client for so long ends. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long PUBLISH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long GOODBYE_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** For an agent to say goodbye after its last deadline. */
    private static final Duration OVERTIME = Duration.ofSeconds(10);

    private static final Duration QUIET = Duration.ofMillis(400);

    private final Printer printer;
    private final SessionPlan plan;
    private final LinkFactory links;
    private final String instance;
    private final InstantSource clock;
    private final SessionRecord record;
    private final SnapshotMaker snapshots;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private volatile LinkQuestions questions;
    private volatile boolean newLinkWanted = true;
    private volatile boolean stopping;
    private volatile boolean polling;
    private @Nullable Instant plannedEnd;
    private boolean measuredOnce;

    /**
     * A session that has not begun.
     *
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
            String instance,
            Runnable onChange) {
        this.printer = printer;
        this.plan = plan;
        this.links = links;
        this.questions = questions;
        this.instance = instance;
        this.clock = clock;
        this.record = new SessionRecord(printer.id(), store, clock, () -> plan.tape(printer));
        this.snapshots = new SnapshotMaker(printer, record, clock, onChange);
        this.thread = NamedThreads.virtual("session-" + printer.name(), this::run);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Ends; the agent is told to end too. */
    public void stop() {
        stopping = true;
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

    /** Waits until it has ended; false if it has not by then. */
    public boolean awaitEnd(Duration longest) throws InterruptedException {
        return thread.join(longest);
    }

    /** The latest snapshot. */
    public SessionSnapshot snapshot() {
        return snapshots.latest();
    }

    private void run() {
        var backoff = new Backoff();
        AgentLink link = null;
        while (!stopping && !planIsOver()) {
            if (link == null || newLinkWanted) {
                newLinkWanted = false;
                link = links.link(printer, questions);
            }
            try {
                snapshots.connecting();
                if (converse(link)) {
                    break;
                }
                backoff.reset();
            } catch (LinkException e) {
                if (measuredOnce) {
                    record.channelEnded(holeAfter(e.failure().code()));
                }
                if (!waitAfter(e.failure(), backoff)) {
                    break;
                }
            }
        }
        snapshots.ended();
    }

    /** One conversation from connecting to its end; true if nothing is left to do. */
    private boolean converse(AgentLink link) throws LinkException {
        var request = new AgentRequest(printer.id().toString(), instance, LEASE, probesLeft());
        record.asking(request.probes());
        try (AgentChannel channel = link.open(request, ConnectProgress.NONE)) {
            polling = true;
            measuredOnce = true;
            if (plan.span().isPresent() && plannedEnd == null) {
                plannedEnd = clock.instant().plus(plan.span().get());
            }
            snapshots.measuring();
            String reason = pump(channel);
            record.channelEnded(NotMeasured.NOT_ASKED);
            LOG.debug("{}: agent said goodbye: {}", printer.name(), reason);
            return stopping || reason.equals("finished") || reason.equals("stopped");
        } finally {
            polling = false;
        }
    }

    private List<ProbeSpec> probesLeft() {
        Instant end = plannedEnd;
        Duration whole = plan.span().orElse(Duration.ZERO);
        return plan.probes(printer, end == null ? whole : Duration.between(clock.instant(), end));
    }

    /** Takes frames until the agent says goodbye; returns its reason. */
    private String pump(AgentChannel channel) throws LinkException {
        long renewedAt = System.nanoTime();
        long publishedAt = renewedAt;
        long stopAskedAt = 0;
        boolean dirty = false;
        while (true) {
            AgentFrame frame = channel.poll(dirty ? Duration.ofMillis(50) : QUIET);
            long now = System.nanoTime();
            switch (frame) {
                case null -> record.save();
                case AgentFrame.Bye bye -> {
                    return bye.reason();
                }
                case AgentFrame.Refused refused ->
                        throw new LinkException(
                                Failure.of(
                                        FailureCode.AGENT_REFUSED,
                                        printer.target().display(),
                                        refused.code()),
                                null,
                                null);
                default -> dirty |= take(frame);
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
            if (stopping && stopAskedAt == 0) {
                channel.stop();
                stopAskedAt = now;
            } else if (stopping && now - stopAskedAt > GOODBYE_NANOS) {
                return "unanswered";
            }
            if (isLongOver()) {
                // An agent that goes on beyond its slots must not keep a finite measurement
                // running.
                return "finished";
            }
        }
    }

    private boolean take(AgentFrame frame) throws LinkException {
        try {
            return record.apply(frame);
        } catch (IllegalArgumentException e) {
            throw new LinkException(
                    Failure.of(FailureCode.AGENT_GARBAGE, printer.target().display()), null, e);
        }
    }

    private boolean planIsOver() {
        Instant end = plannedEnd;
        return end != null && !clock.instant().isBefore(end);
    }

    private boolean isLongOver() {
        Instant end = plannedEnd;
        return end != null
                && clock.instant().isAfter(end.plus(ProbePlan.longestDeadline()).plus(OVERTIME));
    }

    /** The pause, but not beyond the end of the plan. */
    private Duration untilEnd(Duration pause) {
        Instant end = plannedEnd;
        if (end == null) {
            return pause;
        }
        Duration left = Duration.between(clock.instant(), end);
        return left.compareTo(pause) < 0 ? left : pause;
    }

    /** Waits before the next attempt; false if there is to be none. */
    private boolean waitAfter(Failure failure, Backoff backoff) {
        if (stopping || failure.code() == FailureCode.CANCELLED) {
            return false;
        }
        boolean onlyOnce = plan.span().isPresent() && !measuredOnce;
        if (onlyOnce) {
            snapshots.failed(failure);
            return false;
        }
        wake.drainPermits();
        try {
            if (failure.code().retryable()) {
                Duration pause = untilEnd(backoff.next());
                snapshots.waiting(failure, clock.instant().plus(pause));
                boolean _ = wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                snapshots.failed(failure);
                if (plan.span().isPresent()) {
                    return false;
                }
                wake.acquire();
            }
            return !stopping;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static NotMeasured holeAfter(FailureCode code) {
        return switch (code) {
            case AGENT_ENDED, AGENT_GARBAGE, AGENT_REFUSED -> NotMeasured.AGENT_LOST;
            default -> NotMeasured.UNREACHABLE_FROM_HERE;
        };
    }
}
