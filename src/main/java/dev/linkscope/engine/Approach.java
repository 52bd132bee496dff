package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.LinkQuestions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets one session to its agent: makes the link, waits for its turn, connects, and says how long to
 * wait after a failure. Used by the session's thread, except {@link #retry}.
 */
final class Approach {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Printer printer;
    private final LinkFactory links;
    private final LoginGate gate;
    private final Backoff backoff =
            new Backoff(System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
    private @Nullable AgentLink link;
    private volatile LinkQuestions questions;
    private volatile boolean asked = true;
    private volatile LoginGate.@Nullable Place place;
    private boolean arrivedOnce;
    private boolean away;

    /** An approach that has not begun. */
    Approach(Printer printer, LinkFactory links, LinkQuestions questions, LoginGate gate) {
        this.printer = printer;
        this.links = links;
        this.questions = questions;
        this.gate = gate;
    }

    /** Told how it goes. */
    interface Meanwhile {
        /** It is this session's turn. */
        void connecting();

        /** It still waits for its turn; called every second. */
        void showNews();
    }

    /** The user wants it tried now; any thread. */
    void retry(LinkQuestions whom) {
        questions = whom;
        asked = true;
        LoginGate.Place queued = place;
        if (queued != null) {
            queued.hurry();
        }
    }

    /**
     * Connects, in its turn.
     *
     * @param request made when it is this session's turn
     */
    AgentChannel open(Supplier<AgentRequest> request, Meanwhile meanwhile) throws LinkException {
        boolean first = asked;
        if (first || link == null) {
            asked = false;
            link = links.link(printer, questions.after(this::stepAside));
        }
        if (printer.target() instanceof Target.Simulated) {
            meanwhile.connecting();
            backoff.trying();
            return arrived(link.open(request.get(), ConnectProgress.NONE));
        }
        var reason = first || !away ? LoginGate.Reason.FIRST : LoginGate.Reason.RETURN;
        try (LoginGate.Place mine = gate.queue(reason)) {
            place = mine;
            while (!mine.await(LOOK)) {
                meanwhile.showNews();
            }
            meanwhile.connecting();
            backoff.trying();
            AgentChannel channel = link.open(request.get(), untilLogin(mine));
            mine.loggedIn();
            return arrived(channel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(
                    Failure.of(FailureCode.CANCELLED, printer.target().display()), null, e);
        } finally {
            place = null;
        }
    }

    private AgentChannel arrived(AgentChannel channel) {
        arrivedOnce = true;
        away = false;
        return channel;
    }

    /** What follows the login is the work of the other computer. */
    private static ConnectProgress untilLogin(LoginGate.Place place) {
        return (step, detail, took) -> {
            if (step == ConnectStep.LOGIN) {
                place.loggedIn();
            }
        };
    }

    /** Whether the agent was ever reached. */
    boolean arrivedOnce() {
        return arrivedOnce;
    }

    /** How long to wait after this failure. */
    Duration pause(FailureCode why) {
        away = true;
        return backoff.next(why, arrivedOnce);
    }

    /** The agent lives: the next wait is a short one. */
    void worked() {
        backoff.reset();
    }

    /** Nobody waits for a user who thinks. */
    private void stepAside() {
        LoginGate.Place held = place;
        if (held != null) {
            held.close();
        }
    }
}
