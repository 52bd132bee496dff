package dev.linkscope.ssh;

import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.LinkQuestions;

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
        return new SshAgentLink(target, questions, connector);
    }

    /** Wipes keys and passwords. Links go on as they are, but must ask again. Idempotent. */
    @Override
    public void close() {
        keys.close();
        passwords.close();
    }
}
