package dev.linkscope.ssh;

import dev.linkscope.agent.ProgramRun;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PiProgram;
import dev.linkscope.engine.port.Tunnel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Makes links over SSH. One for each program run: keys opened and passwords accepted are kept in
 * its memory until {@link #close}, so that a reconnection, or the next printer with the same key,
 * asks nothing. Thread-safe.
 *
 * <p>Questions are asked while the server waits for the login, which OpenSSH does for two minutes
 * (sshd_config(5), LoginGraceTime). Whoever answers later loses the connection but not the answer.
 */
public final class SshLinks implements AutoCloseable {
    private final KeyRing keys = new KeyRing();
    private final Passwords passwords = new Passwords();
    private final SshConnector connector;

    /** Links with these options. */
    public SshLinks(SshOptions options) {
        KnownHosts knownHosts = new KnownHosts(options.knownHosts());
        connector =
                new SshConnector(
                        new RoutePlanner(options),
                        new HopLogin(options, knownHosts, keys, passwords));
    }

    /** A link to this target; makes no connection yet. */
    public AgentLink link(Target.Ssh target, LinkQuestions questions) {
        return commands(target, questions);
    }

    SshAgentLink commands(Target.Ssh target, LinkQuestions questions) {
        return new SshAgentLink(new SshWay(target, questions, connector));
    }

    /**
     * A connection of its own through which this target opens sockets, in its own network. Blocks
     * until it is logged in there; interrupt the thread to cancel.
     *
     * @throws LinkException says what failed where
     */
    public Tunnel tunnel(Target.Ssh target, LinkQuestions questions) throws LinkException {
        return new SshWay(target, questions, connector)
                .connect(SshTunnel::new, ConnectProgress.NONE);
    }

    /**
     * Runs a command over a connection of its own and gives what it prints. Blocks; interrupt the
     * thread to cancel.
     *
     * @param command fixed: never made of anything that somebody else wrote
     * @param most bytes; what comes after them is cut off
     * @throws LinkException says what failed where
     */
    public String output(Target.Ssh target, LinkQuestions questions, String command, int most)
            throws LinkException {
        SshExec exec = commands(target, questions).start(command, ConnectProgress.NONE);
        try {
            return new String(exec.input().readNBytes(most), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LinkException(Failure.of(FailureCode.LINK_BROKEN, target.display()), null, e);
        } finally {
            exec.cut();
        }
    }

    /**
     * Runs a command over a connection of its own, gives it something to read, and waits for its
     * end. Blocks; interrupt the thread to cancel.
     *
     * @param command fixed: never made of anything that somebody else wrote
     * @param input may hold secrets; not kept
     * @param longest after which the link counts as dead, once it stands
     * @throws LinkException says what failed where
     */
    public PiProgram.Output run(
            Target.Ssh target,
            LinkQuestions questions,
            String command,
            byte[] input,
            Duration longest)
            throws LinkException {
        var way = new SshWay(target, questions, connector);
        SshExec exec = way.connect(connection -> connection.exec(command), ConnectProgress.NONE);
        return ProgramRun.of(exec, way.shown(), input, longest);
    }

    /** Wipes keys and passwords. Links go on as they are, but must ask again. Idempotent. */
    @Override
    public void close() {
        keys.close();
        passwords.close();
    }
}
