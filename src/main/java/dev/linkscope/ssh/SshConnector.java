package dev.linkscope.ssh;

import com.jcraft.jsch.Session;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;

/** Connects to a target, through its jump hosts if it has any. */
final class SshConnector {
    private final RoutePlanner planner;
    private final HopLogin login;

    SshConnector(RoutePlanner planner, HopLogin login) {
        this.planner = planner;
        this.login = login;
    }

    /**
     * A connection, logged in. Blocks until then.
     *
     * @param lifeline ends the attempt when cut, and later the connection
     * @param connectMillis how long the first host's addresses have, each
     * @throws LinkException says what failed where; nothing is left open then
     */
    SshConnection connect(
            Target.Ssh target,
            LinkQuestions questions,
            ConnectProgress progress,
            Lifeline lifeline,
            int connectMillis)
            throws LinkException {
        boolean done = false;
        try {
            Route route = planner.plan(target);
            HopLogin.Through through = null;
            for (Hop jump : route.jumps()) {
                Steps unseen = new Steps(ConnectProgress.NONE);
                try {
                    through =
                            new HopLogin.Through(
                                    jump,
                                    login.connect(
                                            jump,
                                            through,
                                            questions,
                                            unseen,
                                            lifeline,
                                            connectMillis));
                } catch (LinkException e) {
                    throw atJump(route.target(), jump, e);
                }
            }
            Steps steps = new Steps(progress);
            Session session =
                    login.connect(
                            route.target(), through, questions, steps, lifeline, connectMillis);
            done = true;
            return new SshConnection(route.target().shown(), session, lifeline);
        } finally {
            if (!done) {
                lifeline.cut();
            }
        }
    }

    /**
     * What may be tried again is the jump host's trouble; what needs the user, or a long wait,
     * keeps its own code, about the jump host, so that it is not tried again at once.
     */
    private static LinkException atJump(Hop target, Hop jump, LinkException e) {
        FailureCode code = e.failure().code();
        return code.retryable() && code != FailureCode.LOCKED_OUT
                ? new LinkException(
                        Failure.of(FailureCode.JUMP_HOST_FAILED, target.shown(), jump.shown()),
                        e.step(),
                        e)
                : e;
    }
}
