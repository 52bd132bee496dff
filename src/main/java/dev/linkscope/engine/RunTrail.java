package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which run of the agent goes on, which of its entries are known, and how it came after the one
 * before. Used by one thread.
 */
final class RunTrail {
    private Duration lease;
    private EntryLog entries = new EntryLog(0, List.of());
    private @Nullable String runId;
    private String bootId = "";
    private String processId = "";
    private boolean outlives;
    private Instant seen;
    private Instant heard;
    private NotMeasured hole = NotMeasured.NOT_ASKED;
    private Restarts restarts = Restarts.NONE;
    private long lastStored;
    private long lostBefore;
    private long lostFailuresBefore;

    /**
     * A trail without a run.
     *
     * @param lease how long an agent goes on that hears nothing
     */
    RunTrail(Duration lease, Instant now) {
        this.lease = lease;
        this.seen = now;
        this.heard = now;
    }

    /**
     * Begins with a run of the history.
     *
     * @param lost what is known to be lost of it
     * @param mayGoOn whether its agent may have gone on since
     */
    void recall(OutcomeStore.LastRun last, List<AgentFrame.Lost> lost, boolean mayGoOn) {
        OutcomeStore.Run run = last.run();
        runId = run.runId();
        bootId = run.bootId();
        processId = run.processId();
        seen = run.seenAt();
        lastStored = last.sequence();
        entries = new EntryLog(last.sequence(), lost);
        outlives = mayGoOn;
    }

    /** From now on an agent that hears nothing goes on for so long. */
    void lease(Duration asked) {
        lease = asked;
    }

    /** The current run; null before the first. */
    @Nullable String runId() {
        return runId;
    }

    /** Whether this subscription goes on with the current run. */
    boolean goesOn(AgentFrame.Subscribed subscribed) {
        return subscribed.runId().equals(runId);
    }

    /** Another run begins; the one before, if there was one, is over. */
    void begin(AgentFrame.Hello hello, AgentFrame.Subscribed subscribed, Instant now) {
        if (runId != null) {
            var change =
                    new RunChange(
                            hole, bootId, processId, outlives, Duration.between(heard, now), lease);
            hole = change.reason(hello);
            restarts = change.restarted(hello) ? restarts.and(now) : restarts;
            lostBefore += entries.lostAttempts();
            lostFailuresBefore += entries.lostFailures();
        }
        runId = subscribed.runId();
        bootId = hello.bootId();
        seen = now;
        lastStored = 0;
        entries = new EntryLog(Math.max(0, subscribed.firstSequence() - 1), List.of());
    }

    /** This agent sends the current run. */
    void sentBy(AgentFrame.Hello hello) {
        processId = hello.processId();
        outlives = hello.detached();
    }

    /** A newer agent takes the old one's place: no restart that anybody has to know of. */
    void ended(String goodbye) {
        outlives &= !goodbye.equals("replaced");
    }

    /** Something was heard of the agent. */
    void heard(Instant at) {
        heard = at;
    }

    /** When something was last heard of the agent, also before this program started. */
    Instant heard() {
        return heard;
    }

    /** When the current run was first seen. */
    Instant seen() {
        return seen;
    }

    /** What follows is not measured for this reason, should the agent not have gone on. */
    void hole(NotMeasured reason) {
        hole = reason;
    }

    /** Why nothing is measured since the last channel ended. */
    NotMeasured hole() {
        return hole;
    }

    /** Which entries of the current run were taken. */
    EntryLog entries() {
        return entries;
    }

    /** The entry is on its way to the store. */
    void stored(long sequence) {
        lastStored = Math.max(lastStored, sequence);
    }

    /**
     * How far the current run is held.
     *
     * @param committed newest entry that the store holds for good
     */
    Position position(String run, long committed) {
        // Facts count as entries but are no rows: without outcome behind them they hold nothing up.
        boolean whole = committed >= lastStored;
        return new Position(run, whole ? Math.max(committed, entries.last()) : committed);
    }

    /** How often the agent had to begin anew. */
    Restarts restarts() {
        return restarts;
    }

    /** Attempts that the agents could no longer hold. */
    long lost() {
        return lostBefore + entries.lostAttempts();
    }

    /** How many of them had failed. */
    long lostFailures() {
        return lostFailuresBefore + entries.lostFailures();
    }

    /**
     * Restarts of the agent that nobody asked for.
     *
     * @param count how many
     * @param last when the last one was noticed; null if there was none
     */
    record Restarts(long count, @Nullable Instant last) {
        static final Restarts NONE = new Restarts(0, null);

        Restarts and(Instant at) {
            return new Restarts(count + 1, Objects.requireNonNull(at));
        }
    }
}
