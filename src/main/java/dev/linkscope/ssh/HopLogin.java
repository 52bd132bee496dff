package dev.linkscope.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Connects to one server and logs in there. */
final class HopLogin {
    /** Plain keys alone: a Pi has no certificate of an authority. */
    private static final String HOST_KEYS =
            "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,"
                    + "rsa-sha2-512,rsa-sha2-256";

    private final SshOptions options;
    private final KnownHosts knownHosts;
    private final KeyRing keys;
    private final Passwords passwords;
    private final LoginTurns turns = new LoginTurns(System::nanoTime);

    HopLogin(SshOptions options, KnownHosts knownHosts, KeyRing keys, Passwords passwords) {
        this.options = options;
        this.knownHosts = knownHosts;
        this.keys = keys;
        this.passwords = passwords;
    }

    /**
     * A session on a server.
     *
     * @param hop the server
     * @param before the hop to go through, with its session; null to connect directly
     * @param lifeline takes the socket and the session
     * @param connectMillis how long each address of the first hop has to accept
     * @throws LinkException says what failed at this hop
     */
    Session connect(
            Hop hop,
            @Nullable Through before,
            LinkQuestions questions,
            Steps steps,
            Lifeline lifeline,
            int connectMillis)
            throws LinkException {
        try (LoginTurn.Turn turn = turns.of(hop).take()) {
            try {
                LinkQuestions unhurried = questions.after(turn::close);
                Session session = logIn(hop, before, unhurried, steps, lifeline, connectMillis);
                turn.letIn();
                return session;
            } catch (LinkException e) {
                turn.ended(e);
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(
                    Failure.of(FailureCode.CANCELLED, hop.shown()), steps.current(), null);
        }
    }

    private Session logIn(
            Hop hop,
            @Nullable Through before,
            LinkQuestions questions,
            Steps steps,
            Lifeline lifeline,
            int connectMillis)
            throws LinkException {
        Login login = new Login(hop, questions, passwords);
        HostKeyCheck check =
                new HostKeyCheck(hop, knownHosts, options.trustNewHostKeys(), questions, steps);
        OfferedKeys offered = OfferedKeys.collect(hop, keys, login);
        Door door = null;
        try {
            Session session = session(hop, login, check, offered);
            door = door(hop, before, session, steps, lifeline, connectMillis);
            session.connect(Patience.LOGIN_MILLIS);
            lifeline.hold(session::disconnect);
            if (door instanceof JumpDoor jump) {
                jump.loggedIn();
            }
            login.succeeded();
            steps.done(ConnectStep.LOGIN, login.method());
            return session;
        } catch (JSchException | IOException | RuntimeException e) {
            throw new HopFailure(hop, steps, lifeline, door, check, login).explain(e);
        }
    }

    /** A session to go through. */
    record Through(Hop hop, Session session) {}

    private Door door(
            Hop hop,
            @Nullable Through before,
            Session session,
            Steps steps,
            Lifeline lifeline,
            int connectMillis) {
        if (before == null) {
            TcpDoor door = new TcpDoor(hop, steps, lifeline, connectMillis);
            session.setSocketFactory(door);
            return door;
        }
        JumpDoor door = new JumpDoor(hop, before.hop(), before.session(), steps);
        session.setProxy(door);
        return door;
    }

    private static Session session(Hop hop, Login login, HostKeyCheck check, OfferedKeys offered)
            throws JSchException {
        JSch jsch = new JSch();
        jsch.setInstanceLogger(JschLog.INSTANCE);
        Session session = jsch.getSession(hop.user(), hop.host(), hop.port());
        session.setThreadFactory(NamedThreads.factory("ssh " + hop.shown()));
        session.setIdentityRepository(offered);
        session.setHostKeyRepository(check);
        session.setUserInfo(login);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("server_host_key", HOST_KEYS);
        session.setConfig("PreferredAuthentications", login.methods());
        // One refused password or signature ends the login: a server counts them all.
        session.setConfig("MaxAuthTries", "1");
        session.setConfig("try_additional_pubkey_algorithms", "no");
        session.setConfig("compression.s2c", "none");
        session.setConfig("compression.c2s", "none");
        return session;
    }
}
