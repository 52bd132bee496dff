package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.Programs;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestKeys;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that a real ssh-agent holds. */
class AgentKeysTest extends SshTestCase {
    private static final Step BY_AGENT = new Step(ConnectStep.LOGIN, "publickey (ssh-agent)");

    private Path socket;

    @BeforeEach
    void startAgent() throws Exception {
        Assumptions.assumeTrue(Programs.find("ssh-agent") != null, "ssh-agent is not installed");
        socket = home.resolve("agent.sock");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
        closing(agent::destroy);
        await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(socket));
        options = options.withTrustNewHostKeys(true).withAgentSocket(socket);
    }

    private void hold(Path key) throws Exception {
        ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString());
        add.environment().put("SSH_AUTH_SOCK", socket.toString());
        assertThat(add.start().waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private TestSshServer authorizing(Path... keys) throws Exception {
        return closing(
                TestSshServer.start(
                        home.resolve("server"), SshServerSetup.STANDARD.authorizing(keys)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void heldKeyLogsIn(String type) throws Exception {
        Path key = TestKeys.make(home.resolve("key"), type, null);
        hold(key);
        Files.delete(key);

        run(target(authorizing(key), null), LinkQuestions.NOBODY, "true");

        assertThat(steps.getLast()).isEqualTo(BY_AGENT);
    }

    @Test
    void namedKeyIsLeftToTheAgentThatHoldsIt() throws Exception {
        Path key = TestKeys.make(home.resolve("key"), "ed25519", null);
        hold(TestKeys.make(home.resolve("other"), "ed25519", null));
        hold(key);

        run(target(authorizing(key), Path.of(key + ".pub")), LinkQuestions.NOBODY, "true");

        assertThat(steps.getLast()).isEqualTo(BY_AGENT);
    }

    @Test
    void onlyConfiguredKeysWhereTheConfigurationSaysSo() throws Exception {
        Path held = TestKeys.make(home.resolve("held"), "ed25519", null);
        Path named = TestKeys.make(home.resolve("named"), "ed25519", null);
        hold(held);
        options =
                options.withConfig((host, user, port) ->
                        new SshConfig.Settings(
                                null, null, null, List.of(named.toString()), true, null, null));

        assertFailure(
                failure(target(authorizing(held), null), LinkQuestions.NOBODY),
                FailureCode.LOGIN_REFUSED,
                ConnectStep.LOGIN);
    }

    @Test
    void deadAgentIsPassedOver() throws Exception {
        options = options.withAgentSocket(home.resolve("nobody.sock"));
        TestSshServer server = authorizing();
        options = options.withUsualKeys(List.of(server.identity()));

        run(target(server, null), LinkQuestions.NOBODY, "true");

        assertThat(steps.getLast().detail()).isEqualTo("publickey (identity)");
    }
}
