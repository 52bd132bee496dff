package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.Answers;
import dev.linkscope.ssh.testkit.FakeServer;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways through jump hosts. */
class JumpTest extends SshTestCase {
    private TestSshServer jump;
    private TestSshServer inner;

    @BeforeEach
    void start() throws Exception {
        jump = closing(TestSshServer.start(home.resolve("jump")));
        inner = closing(TestSshServer.start(home.resolve("inner")));
        configure(inner.port(), jump.port(), jump.identity());
    }

    private void configure(int innerPort, int jumpPort, Path jumpKey) throws Exception {
        Path file =
                Files.writeString(
                        home.resolve("config"),
                        """
                        Host bastion
                          HostName 127.0.0.1
                          Port %d
                          IdentityFile %s
                        Host printer
                          HostName 127.0.0.1
                          Port %d
                          IdentityFile %s
                          ProxyJump bastion
                        """
                                .formatted(jumpPort, jumpKey, innerPort, inner.identity()));
        options = options.withConfig(SshConfig.ofFile(file)).withTrustNewHostKeys(true);
    }

    private static Target.Ssh printer() {
        return new Target.Ssh("printer", null, null, null);
    }

    @Test
    void goesThroughAndChecksBothHostKeys() throws Exception {
        options = options.withTrustNewHostKeys(false);
        Answers answers = Answers.accepting();

        SshExec exec = start(links(), printer(), answers, "head -c 2000000 /dev/zero; echo end");

        assertThat(output(exec)).hasSize(2_000_004).endsWith("end\n");
        assertThat(answers.hostKeys())
                .extracting(LinkQuestions.HostKey::port)
                .containsExactly(jump.port(), inner.port());
        assertThat(steps)
                .extracting(Step::step)
                .containsExactly(
                        ConnectStep.RESOLVE,
                        ConnectStep.REACH,
                        ConnectStep.HOST_KEY,
                        ConnectStep.LOGIN);
        assertThat(steps.getFirst().detail()).isEqualTo(jump.user() + "@bastion");
        assertThat(inner.connections()).isEqualTo(1);

        exec.cut();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> inner.connections() == 0 && jump.connections() == 0);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !ReachTest.hasThread("Connect thread 127.0.0.1"));
    }

    @Test
    void jumpHostThatIsDownMayBeTriedAgain() throws Exception {
        jump.close();

        LinkException e = failure(printer(), LinkQuestions.NOBODY);

        assertThat(e.failure().code()).isEqualTo(FailureCode.JUMP_HOST_FAILED);
        assertThat(e.failure().args()).containsExactly("printer", "bastion");
    }

    @Test
    void refusedLoginAtTheJumpHostStaysARefusedLogin() throws Exception {
        configure(inner.port(), jump.port(), inner.identity());

        LinkException e = failure(printer(), LinkQuestions.NOBODY);

        assertFailure(e, FailureCode.LOGIN_REFUSED, ConnectStep.LOGIN);
        assertThat(e.failure().args().getFirst()).isEqualTo("bastion");
    }

    @Test
    void printerThatTheJumpHostCannotReach() throws Exception {
        inner.close();

        LinkException e = failure(printer(), LinkQuestions.NOBODY);

        assertFailure(e, FailureCode.UNREACHABLE, ConnectStep.REACH);
        assertThat(e.failure().args()).containsExactly("printer", "bastion");
        await().atMost(Duration.ofSeconds(5)).until(() -> jump.connections() == 0);
    }

    @Test
    void silentPrinterBehindAJumpHostDoesNotHang() throws Exception {
        FakeServer silent = closing(FakeServer.silent());
        configure(silent.port(), jump.port(), jump.identity());

        assertFailure(
                failure(printer(), LinkQuestions.NOBODY), FailureCode.NOT_SSH, ConnectStep.REACH);
    }

    @Test
    void jumpHostThatForwardsNothing() throws Exception {
        TestSshServer closed =
                closing(
                        TestSshServer.start(
                                home.resolve("closed"),
                                SshServerSetup.STANDARD.withSshdLines("AllowTcpForwarding no")));
        Assumptions.assumeTrue(closed.kind().equals("OpenSSH"), "only OpenSSH is configured here");
        configure(inner.port(), closed.port(), closed.identity());

        assertThat(failure(printer(), LinkQuestions.NOBODY).failure().code())
                .isEqualTo(FailureCode.JUMP_HOST_FAILED);
    }

    @Test
    void innerServerThatDiesEndsTheStream() throws Exception {
        SshExec exec = start(links(), printer(), LinkQuestions.NOBODY, "echo a; exec sleep 600");
        exec.input().readNBytes(2);

        inner.close();

        assertThat(exec.input().read()).isEqualTo(-1);
    }
}
