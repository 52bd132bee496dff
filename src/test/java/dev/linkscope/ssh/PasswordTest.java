package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.ssh.testkit.Answers;
import dev.linkscope.ssh.testkit.MinaSshServer;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestSshServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordTest extends SshTestCase {
    private static final String PASSWORD = "gehéim 1";

    private MinaSshServer server;

    @BeforeEach
    void start() throws Exception {
        options = options.withTrustNewHostKeys(true);
        server =
                (MinaSshServer)
                        closing(
                                TestSshServer.start(
                                        home.resolve("server"),
                                        SshServerSetup.STANDARD.withPassword(PASSWORD)));
    }

    @Test
    void passwordIsAskedForOnceAndKeptForReconnections() throws Exception {
        Answers answers = Answers.with(PASSWORD);
        SshLinks links = links();

        for (int i = 0; i < 3; i++) {
            assertThat(output(start(links, target(server, null), answers, "echo in")))
                    .contains("in");
        }

        assertThat(answers.secrets()).hasSize(1);
        assertThat(answers.secrets().getFirst().kind()).isEqualTo(SecretKind.PASSWORD);
        assertThat(answers.secrets().getFirst().subject())
                .isEqualTo(server.user() + "@127.0.0.1:" + server.port());
        assertThat(answers.given()).allSatisfy(array -> assertThat(array).containsOnly('\0'));
        assertThat(steps.getLast().detail()).isEqualTo("password");
    }

    @Test
    void refusedPasswordIsTriedOnceAndForgotten() throws Exception {
        SshLinks links = links();
        Answers wrong = Answers.with("wrong");

        LinkException e = failure(links, target(server, null), wrong);

        assertFailure(e, FailureCode.LOGIN_REFUSED, ConnectStep.LOGIN);
        assertThat(e.failure().args().get(2)).contains("password", "keyboard-interactive");
        assertThat(server.passwordsTried()).isEqualTo(1);
        assertThat(wrong.secrets()).hasSize(1);
        assertThat(wrong.given()).allSatisfy(array -> assertThat(array).containsOnly('\0'));
        assertThat(output(start(links, target(server, null), Answers.with(PASSWORD), "echo in")))
                .contains("in");
    }

    @Test
    void rememberedPasswordThatNoLongerFitsIsForgotten() throws Exception {
        SshLinks links = links();
        start(links, target(server, null), Answers.with(PASSWORD), "true").cut();
        server.changePassword("new");

        assertFailure(
                failure(links, target(server, null), Answers.with("new")),
                FailureCode.LOGIN_REFUSED,
                ConnectStep.LOGIN);
        Answers answers = Answers.with("new");
        start(links, target(server, null), answers, "true");
        assertThat(answers.secrets()).hasSize(1);
    }

    @Test
    void keyboardInteractivePassesThePromptOn() throws Exception {
        server.interactiveOnly();
        Answers answers = Answers.with(PASSWORD);
        SshLinks links = links();

        start(links, target(server, null), answers, "true").cut();
        start(links, target(server, null), answers, "true").cut();

        assertThat(answers.secrets()).hasSize(1);
        assertThat(answers.secrets().getFirst().kind()).isEqualTo(SecretKind.INTERACTIVE);
        assertThat(answers.secrets().getFirst().prompt()).containsIgnoringCase("password");
        assertThat(answers.given()).allSatisfy(array -> assertThat(array).containsOnly('\0'));
        assertThat(steps.getLast().detail()).isEqualTo("keyboard-interactive");
    }

    @Test
    void refusedInteractiveAnswerIsNotAskedForAgain() {
        server.interactiveOnly();
        Answers answers = Answers.with("wrong");

        assertFailure(
                failure(target(server, null), answers),
                FailureCode.LOGIN_REFUSED,
                ConnectStep.LOGIN);
        assertThat(answers.secrets()).hasSize(1);
    }

    @Test
    void namedKeyComesBeforeThePassword() throws Exception {
        Answers answers = Answers.with(PASSWORD);

        run(target(server), answers, "true");

        assertThat(answers.secrets()).isEmpty();
    }

    @Test
    void nobodyToAskHangsNowhere() {
        assertFailure(
                failure(target(server, null), LinkQuestions.NOBODY),
                FailureCode.LOGIN_REFUSED,
                ConnectStep.LOGIN);
        assertFailure(
                failure(target(server, null), Answers.accepting()),
                FailureCode.LOGIN_REFUSED,
                ConnectStep.LOGIN);
        assertThat(server.passwordsTried()).isZero();
    }
}
