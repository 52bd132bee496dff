package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.ssh.testkit.Answers;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestKeys;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins with keys in files. */
class LoginTest extends SshTestCase {
    private static final String PASSPHRASE = "sécret phrase";

    @BeforeEach
    void trust() {
        options = options.withTrustNewHostKeys(true);
    }

    private TestSshServer authorizing(Path... keys) throws Exception {
        return closing(
                TestSshServer.start(
                        home.resolve("server"), SshServerSetup.STANDARD.authorizing(keys)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void plainKey(String type) throws Exception {
        Path key = TestKeys.make(home.resolve("key"), type, null);
        TestSshServer server = authorizing(key);

        assertThat(run(target(server, key), LinkQuestions.NOBODY, "echo in")).contains("in");
        assertThat(steps.getLast()).isEqualTo(new Step(ConnectStep.LOGIN, "publickey (key)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void passphraseIsAskedForOnceAndWiped(String type) throws Exception {
        Path key = TestKeys.make(home.resolve("key"), type, PASSPHRASE);
        TestSshServer server = authorizing(key);
        Answers answers = Answers.with(PASSPHRASE);
        SshLinks links = links();

        for (int i = 0; i < 3; i++) {
            SshExec exec = start(links, target(server, key), answers, "echo in");
            assertThat(output(exec)).contains("in");
            exec.cut();
        }

        assertThat(answers.secrets())
                .containsExactly(new SecretQuestion(SecretKind.PASSPHRASE, key.toString(), null));
        assertThat(answers.given()).allSatisfy(array -> assertThat(array).containsOnly('\0'));
    }

    @Test
    void wrongPassphraseIsSaidAndCanBeCorrected() throws Exception {
        Path key = TestKeys.make(home.resolve("key"), "ed25519", PASSPHRASE);
        TestSshServer server = authorizing(key);
        SshLinks links = links();

        LinkException e = failure(links, target(server, key), Answers.with("secret phrase"));

        assertFailure(e, FailureCode.PASSPHRASE_WRONG, ConnectStep.LOGIN);
        assertThat(e.failure().args().get(1)).isEqualTo(key.toString());
        assertThat(output(start(links, target(server, key), Answers.with(PASSPHRASE), "echo in")))
                .contains("in");
    }

    @Test
    void missingPassphraseIsSaid() throws Exception {
        Path key = TestKeys.make(home.resolve("key"), "ed25519", PASSPHRASE);
        TestSshServer server = authorizing(key);

        assertFailure(
                failure(target(server, key), LinkQuestions.NOBODY),
                FailureCode.PASSPHRASE_NEEDED,
                ConnectStep.LOGIN);
        assertFailure(
                failure(target(server, key), Answers.accepting()),
                FailureCode.PASSPHRASE_NEEDED,
                ConnectStep.LOGIN);
    }

    @Test
    void passphraseOfAKeyTheServerDoesNotWantIsNotAskedFor() throws Exception {
        Path key = TestKeys.make(home.resolve("key"), "ed25519", PASSPHRASE);
        TestSshServer server = authorizing();
        Answers answers = Answers.with(PASSPHRASE);

        assertFailure(
                failure(target(server, key), answers),
                FailureCode.LOGIN_REFUSED,
                ConnectStep.LOGIN);
        assertThat(answers.secrets()).isEmpty();
    }

    @Test
    void oldKeyFormatHidesItsPublicHalfAndStillWorks() throws Exception {
        Path key = TestKeys.make(home.resolve("key"), "rsa", null);
        new ProcessBuilder(
                        "ssh-keygen",
                        "-q",
                        "-p",
                        "-m",
                        "PEM",
                        "-P",
                        "",
                        "-N",
                        PASSPHRASE,
                        "-f",
                        key.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(Files.readString(key)).contains("BEGIN RSA PRIVATE KEY").contains("ENCRYPTED");
        TestSshServer server = authorizing(key);
        Files.delete(Path.of(key + ".pub"));

        assertThat(run(target(server, key), Answers.with(PASSPHRASE), "echo in")).contains("in");
    }

    @Test
    void refusalNamesUserAndMethods() throws Exception {
        TestSshServer server = authorizing();
        Path key = TestKeys.make(home.resolve("key"), "ed25519", null);

        LinkException e = failure(target(server, key), LinkQuestions.NOBODY);

        assertFailure(e, FailureCode.LOGIN_REFUSED, ConnectStep.LOGIN);
        assertThat(e.failure().args())
                .containsExactly("127.0.0.1:" + server.port(), server.user(), "publickey");
    }

    @Test
    void unreadableKeysAreSaidBeforeConnecting() throws Exception {
        TestSshServer server = authorizing();
        Path garbage = Files.writeString(home.resolve("garbage"), "not a key");
        Path empty = Files.writeString(home.resolve("empty"), "");
        Path cut =
                Files.writeString(
                        home.resolve("cut"),
                        "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"
                                + "-----END OPENSSH PRIVATE KEY-----\n");
        Path half = Path.of(server.identity() + ".pub");
        for (Path key : List.of(garbage, empty, cut, half, home, home.resolve("missing"))) {
            LinkException e = failure(target(server, key), Answers.accepting());
            assertFailure(e, FailureCode.KEY_UNREADABLE, ConnectStep.LOGIN);
            assertThat(e.failure().args().get(1)).isEqualTo(key.toString());
        }
        assertThat(steps).isEmpty();
    }

    @Test
    void usualFilesAreTriedInOrderAndMissingOnesSkipped() throws Exception {
        Path first = TestKeys.make(home.resolve("id_ed25519"), "ed25519", null);
        Path last = TestKeys.make(home.resolve("id_rsa"), "rsa", null);
        options = options.withUsualKeys(List.of(first, home.resolve("id_ecdsa"), last));
        TestSshServer server = authorizing(last);

        run(target(server, null), LinkQuestions.NOBODY, "true");

        assertThat(steps.getLast().detail()).isEqualTo("publickey (id_rsa)");
    }

    @Test
    void namedKeyIsTheOnlyOneOffered() throws Exception {
        TestSshServer server = authorizing();
        options = options.withUsualKeys(List.of(server.identity()));
        Path key = TestKeys.make(home.resolve("key"), "ed25519", null);

        assertFailure(
                failure(target(server, key), LinkQuestions.NOBODY),
                FailureCode.LOGIN_REFUSED,
                ConnectStep.LOGIN);
    }

    @Test
    void tooManyKeysAreNotOfferedAtOnce() throws Exception {
        List<Path> keys = new java.util.ArrayList<>();
        for (int i = 0; i < 8; i++) {
            keys.add(TestKeys.make(home.resolve("k" + i), "ed25519", null));
        }
        options = options.withUsualKeys(keys);
        TestSshServer server = authorizing(keys.get(4));

        run(target(server, null), LinkQuestions.NOBODY, "true");

        assertThat(steps.getLast().detail()).isEqualTo("publickey (k4)");
    }
}
