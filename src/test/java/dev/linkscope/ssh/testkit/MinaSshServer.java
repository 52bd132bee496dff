package dev.linkscope.ssh.testkit;

import dev.linkscope.agent.OwnAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;

/**
 * A server in this process, for machines without OpenSSH and for passwords, which OpenSSH checks
 * against real accounts. It knows ECDSA and RSA keys alone.
 */
public final class MinaSshServer implements TestSshServer {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path identity;
    private final Path hostKey;
    private final OwnAgent agent = new OwnAgent();
    private final AtomicInteger passwordsTried = new AtomicInteger();

    MinaSshServer(Path folder, SshServerSetup setup) throws Exception {
        Files.createDirectories(folder);
        String type = setup.hostKeyType().equals("ed25519") ? "ecdsa" : setup.hostKeyType();
        hostKey = TestKeys.make(folder.resolve("host_" + type), type, null);
        identity = TestKeys.make(folder.resolve("identity"), "ecdsa", null);
        List<String> authorized = new ArrayList<>(List.of(TestKeys.publicLine(identity)));
        for (Path key : setup.authorized()) {
            authorized.add(TestKeys.publicLine(key));
        }
        Path keys = Files.write(folder.resolve("authorized_keys"), authorized);
        server.setHost(host());
        server.setPort(setup.port());
        server.setKeyPairProvider(new FileKeyPairProvider(hostKey));
        server.setPublickeyAuthenticator(new AuthorizedKeysAuthenticator(keys));
        if (setup.password() != null) {
            acceptPassword(setup.password());
        } else {
            server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        }
        server.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        Map<String, String> environment = setup.alsoWith(agent.environment()).environment();
        server.setCommandFactory((channel, command) -> new ShellCommand(command, environment));
        server.start();
    }

    /** Accepts another password from now on. */
    public void changePassword(String other) {
        acceptPassword(other);
    }

    private void acceptPassword(String expected) {
        server.setPasswordAuthenticator((user, password, session) -> {
            passwordsTried.incrementAndGet();
            return user.equals(user()) && password.equals(expected);
        });
        server.setKeyboardInteractiveAuthenticator(
                DefaultKeyboardInteractiveAuthenticator.INSTANCE);
        server.setUserAuthFactories(
                List.of(
                        UserAuthPublicKeyFactory.INSTANCE,
                        UserAuthPasswordFactory.INSTANCE,
                        UserAuthKeyboardInteractiveFactory.INSTANCE));
    }

    /** Leaves only keyboard-interactive, with the password as its one answer. */
    public void interactiveOnly() {
        server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
    }

    /** How many passwords were tried so far. */
    public int passwordsTried() {
        return passwordsTried.get();
    }

    @Override
    public String kind() {
        return "Apache MINA";
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public Path identity() {
        return identity;
    }

    @Override
    public String hostKey() {
        try {
            return TestKeys.publicLine(hostKey);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Long> sessions() {
        return List.of();
    }

    @Override
    public OwnAgent agent() {
        return agent;
    }

    @Override
    public int connections() {
        return server.getActiveSessions().size();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        agent.close();
    }
}
