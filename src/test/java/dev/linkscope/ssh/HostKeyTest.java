package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.Answers;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestKeys;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class HostKeyTest extends SshTestCase {
    private TestSshServer server() throws Exception {
        return closing(TestSshServer.start(home.resolve("server")));
    }

    private String entry(TestSshServer server) {
        return "[127.0.0.1]:" + server.port() + " " + server.hostKey();
    }

    private String fingerprint(TestSshServer server) {
        byte[] blob = Base64.getDecoder().decode(server.hostKey().split(" ")[1]);
        return HostKeyText.fingerprint(blob);
    }

    @Test
    void acceptedKeyIsStoredAndNotAskedForAgain() throws Exception {
        TestSshServer server = server();
        Answers answers = Answers.accepting();

        run(target(server), answers, "true");
        run(target(server), answers, "true");

        assertThat(answers.hostKeys())
                .containsExactly(
                        new LinkQuestions.HostKey(
                                "127.0.0.1",
                                server.port(),
                                "ecdsa-sha2-nistp256",
                                fingerprint(server)));
        assertThat(Files.readAllLines(knownHosts())).containsExactly(entry(server));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(knownHosts())))
                .isEqualTo("rw-------");
        assertThat(steps)
                .contains(
                        new Step(
                                ConnectStep.HOST_KEY,
                                "ecdsa-sha2-nistp256 " + fingerprint(server)));
    }

    @Test
    void refusedKeyIsNeitherStoredNorLoggedInTo() throws Exception {
        TestSshServer server = server();

        LinkException e = failure(target(server), Answers.refusing());

        assertFailure(e, FailureCode.HOST_KEY_UNKNOWN, ConnectStep.HOST_KEY);
        assertThat(e.failure().args())
                .containsExactly(
                        "127.0.0.1:" + server.port(), "ecdsa-sha2-nistp256", fingerprint(server));
        assertThat(knownHosts()).doesNotExist();
    }

    @Test
    void nobodyToAskMeansUnknown() throws Exception {
        assertFailure(
                failure(target(server()), LinkQuestions.NOBODY),
                FailureCode.HOST_KEY_UNKNOWN,
                ConnectStep.HOST_KEY);
    }

    @Test
    void newKeysCanBeTrustedUnasked() throws Exception {
        options = options.withTrustNewHostKeys(true);
        TestSshServer server = server();

        assertThat(run(target(server), LinkQuestions.NOBODY, "echo there")).contains("there");
        assertThat(Files.readAllLines(knownHosts())).containsExactly(entry(server));
    }

    @Test
    void changedKeyOfTheSameTypeIsRefusedEvenWhenTrustingNewOnes() throws Exception {
        options = options.withTrustNewHostKeys(true);
        TestSshServer server = server();
        String other = TestKeys.publicLine(TestKeys.make(home.resolve("other"), "ecdsa", null));
        know("# comment\n\n[127.0.0.1]:" + server.port(), other);
        Answers answers = Answers.accepting();

        LinkException e = failure(target(server), answers);

        assertFailure(e, FailureCode.HOST_KEY_CHANGED, ConnectStep.HOST_KEY);
        assertThat(answers.hostKeys()).isEmpty();
        assertThat(e.failure().args())
                .hasSize(5)
                .contains("ecdsa-sha2-nistp256 " + fingerprint(server))
                .contains(knownHosts().toString(), "3");
        assertThat(Files.readString(knownHosts())).doesNotContain(server.hostKey());
    }

    @Test
    void keyOfAnotherTypeThanStoredIsChangedToo() throws Exception {
        TestSshServer server = server();
        String other = TestKeys.publicLine(TestKeys.make(home.resolve("other"), "rsa", null));
        know("[127.0.0.1]:" + server.port(), other);

        LinkException e = failure(target(server), Answers.accepting());

        assertFailure(e, FailureCode.HOST_KEY_CHANGED, ConnectStep.HOST_KEY);
        assertThat(e.failure().args().get(2)).startsWith("ssh-rsa SHA256:");
    }

    @Test
    void storedTypeIsPreferredWhereTheServerHasSeveral() throws Exception {
        TestKeys.make(home.resolve("second"), "ed25519", null);
        TestSshServer server =
                closing(
                        TestSshServer.start(
                                home.resolve("server"),
                                SshServerSetup.STANDARD
                                        .withHostKey("rsa")
                                        .withSshdLines("HostKey " + home.resolve("second"))));
        know("[127.0.0.1]:" + server.port(), server.hostKey());

        run(target(server), Answers.refusing(), "true");

        assertThat(steps.get(2).detail()).startsWith("ssh-rsa ");
    }

    @Test
    void revokedKeyIsRefused() throws Exception {
        TestSshServer server = server();
        know("@revoked *", server.hostKey());

        assertFailure(
                failure(target(server), Answers.accepting()),
                FailureCode.HOST_KEY_CHANGED,
                ConnectStep.HOST_KEY);
    }

    @Test
    void withoutAStoredKeyTheServersBestTypeIsTaken() throws Exception {
        TestKeys.make(home.resolve("second"), "ed25519", null);
        TestSshServer server =
                closing(
                        TestSshServer.start(
                                home.resolve("server"),
                                SshServerSetup.STANDARD
                                        .withHostKey("rsa")
                                        .withSshdLines("HostKey " + home.resolve("second"))));
        Assumptions.assumeTrue(server.kind().equals("OpenSSH"), "needs a server with two keys");

        run(target(server), Answers.accepting(), "true");

        assertThat(steps.get(2).detail()).startsWith("ssh-ed25519 ");
    }

    @Test
    void unreadableFileIsSaidAndNothingIsLoggedInTo() throws Exception {
        Files.createDirectories(knownHosts());
        Answers answers = Answers.accepting();

        LinkException e = failure(target(server()), answers);

        assertFailure(e, FailureCode.KNOWN_HOSTS_UNUSABLE, ConnectStep.HOST_KEY);
        assertThat(e.failure().args().get(1)).isEqualTo(knownHosts().toString());
        assertThat(answers.secrets()).isEmpty();
    }

    @Test
    void noSecretIsAskedForBeforeTheKeyIsAccepted() throws Exception {
        TestSshServer server =
                closing(
                        TestSshServer.start(
                                home.resolve("server"),
                                SshServerSetup.STANDARD.withPassword("geheim")));
        Answers answers = Answers.refusing();

        failure(target(server, null), answers);

        assertThat(answers.hostKeys()).hasSize(1);
        assertThat(answers.secrets()).isEmpty();
    }

    @Test
    void stepsComeInOrder() throws Exception {
        TestSshServer server = server();

        run(target(server), Answers.accepting(), "true");

        assertThat(steps.stream().map(Step::step))
                .isEqualTo(
                        List.of(
                                ConnectStep.RESOLVE,
                                ConnectStep.REACH,
                                ConnectStep.HOST_KEY,
                                ConnectStep.LOGIN));
        assertThat(steps.get(0).detail()).isEqualTo("127.0.0.1");
        assertThat(steps.get(1).detail()).containsAnyOf("OpenSSH ", "APACHE-SSHD");
        assertThat(steps.get(3).detail()).isEqualTo("publickey (identity)");
    }
}
