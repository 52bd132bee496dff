package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.Position;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent of one printer is asked for, and when it is to be asked anew. What is wished may
 * come from any thread; the session's thread asks.
 */
final class Asking {
    private final Printer printer;
    private final String instance;
    private final PaceKeeper pace;
    private final AskAgain again = new AskAgain(System::nanoTime);
    private volatile SessionPlan plan;
    private volatile boolean fixWatched;
    private Duration leaseAsked;

    Asking(Printer printer, SessionPlan plan, String instance) {
        this.printer = printer;
        this.plan = plan;
        this.instance = instance;
        this.pace = new PaceKeeper(plan.finite(), System::nanoTime);
        this.leaseAsked = plan.lease(printer, false);
    }

    /** The plan that is followed. */
    SessionPlan plan() {
        return plan;
    }

    /** Keeps this pace; if that changes a cadence, with a new run after a minute at the latest. */
    void want(Pace wanted) {
        pace.want(wanted);
    }

    /** Keeps a pace that was asked for after a pause, not when the occasion comes. */
    void hurryPace(Duration pause) {
        pace.hurry(pause);
    }

    /** Whether a change is watched: the agent learns the other lease with a new conversation. */
    void watchFix(boolean watched) {
        fixWatched = watched;
    }

    /**
     * Follows the manners and limits of another plan. The agent is asked anew if it is to do
     * something else.
     *
     * @param pause before it is asked
     */
    void replan(SessionPlan wished, Duration pause) {
        SessionPlan before = plan;
        SessionPlan next = before.behavingAs(wished);
        plan = next;
        if (!before.finite() && before.asksOtherwise(next, printer)) {
            again.after(pause);
        }
    }

    /** Whether the agent is to be asked anew. */
    boolean isDue() {
        return again.isDue() || pace.isDue() || !leaseAsked.equals(plan.lease(printer, fixWatched));
    }

    /** The pace to ask with now. */
    Pace adoptPace() {
        again.done();
        return pace.adopt();
    }

    /** How long the agent goes on that hears nothing, as it was last asked. */
    Duration lease() {
        return leaseAsked;
    }

    /**
     * What to ask.
     *
     * @param held how far the current run is held; null before the first
     * @param left of the span
     */
    AgentRequest request(@Nullable Position held, Pace kept, Duration left) {
        leaseAsked = plan.lease(printer, fixWatched);
        return new AgentRequest(
                printer.id().toString(),
                instance,
                leaseAsked,
                held,
                plan.probes(printer, kept, left));
    }

    /** The probes that are about to be asked for. */
    List<ProbeSpec> probes() {
        return plan.probes(printer, pace.wanted(), Duration.ZERO);
    }
}
