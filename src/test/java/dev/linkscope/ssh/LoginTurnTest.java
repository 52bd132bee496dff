package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.FakeServer;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestSshServer;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LoginTurnTest extends SshTestCase {
    private final AtomicLong nanos = new AtomicLong(-9);
    private final LoginTurn server = new LoginTurn(new Penalty(nanos::get), nanos::get);

    private static LinkException failure(FailureCode code, ConnectStep step) {
        return new LinkException(Failure.of(code, "pi"), step, null);
    }

    private void fail(FailureCode code, ConnectStep step) throws Exception {
        try (LoginTurn.Turn turn = server.take()) {
            turn.ended(failure(code, step));
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void fewAtATime() throws Exception {
        var inside = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            NamedThreads.virtual(
                            "login-" + i,
                            () -> {
                                try {
                                    server.take();
                                    inside.incrementAndGet();
                                } catch (LinkException | InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            })
                    .start();
        }
        await().until(() -> inside.get() == LoginTurn.AT_ONCE);
        Thread.sleep(300);
        assertThat(inside).hasValue(LoginTurn.AT_ONCE);
    }

    @Test
    void aServerThatTurnsAwayIsLeftAloneForAWhile() throws Exception {
        fail(FailureCode.LOCKED_OUT, ConnectStep.REACH);
        LinkException e = catchThrowableOfType(LinkException.class, server::take);
        assertThat(e.failure().code()).isEqualTo(FailureCode.LOCKED_OUT);
        pass(LoginTurn.REST);
        assertThatCode(() -> server.take().close()).doesNotThrowAnyException();
    }

    @Test
    void connectionsThatAreDroppedAgainAndAgainAreATurningAway() throws Exception {
        for (int i = 0; i < 3; i++) {
            fail(FailureCode.LINK_BROKEN, ConnectStep.REACH);
        }
        LinkException e = catchThrowableOfType(LinkException.class, server::take);
        assertThat(e.failure().code()).isEqualTo(FailureCode.LINK_BROKEN);
        pass(LoginTurn.REST);
        try (LoginTurn.Turn turn = server.take()) {
            turn.letIn();
        }
        fail(FailureCode.LINK_BROKEN, ConnectStep.REACH);
        assertThatCode(() -> server.take().close()).doesNotThrowAnyException();
    }

    @Test
    void refusedLoginsNeverAddUpToALockOut() throws Exception {
        fail(FailureCode.LOGIN_REFUSED, ConnectStep.LOGIN);
        fail(FailureCode.LOGIN_REFUSED, ConnectStep.LOGIN);
        var third = new AtomicReference<LoginTurn.Turn>();
        Thread waiter =
                NamedThreads.platform(
                        "third",
                        () -> {
                            try {
                                third.set(server.take());
                            } catch (LinkException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        waiter.start();
        assertThat(waiter.join(Duration.ofMillis(500))).as("it waits").isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(waiter.join(Duration.ofSeconds(2))).as("it has gone on").isTrue();
        assertThat(third.get()).isNotNull();
    }

    @Test
    void whoWaitedForAServerThatIsAwayIsToldAtOnce() throws Exception {
        var held = new ArrayList<LoginTurn.Turn>();
        for (int i = 0; i < LoginTurn.AT_ONCE; i++) {
            held.add(server.take());
        }
        var told = new AtomicReference<LinkException>();
        Thread waiter =
                NamedThreads.platform(
                        "waiter",
                        () -> told.set(catchThrowableOfType(LinkException.class, server::take)));
        waiter.start();
        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
        pass(Duration.ofSeconds(2));
        held.getFirst().ended(failure(FailureCode.UNREACHABLE, ConnectStep.REACH));
        assertThat(waiter.join(Duration.ofSeconds(2))).isTrue();
        assertThat(told.get().failure().code()).isEqualTo(FailureCode.UNREACHABLE);
        // Whoever comes later tries for itself.
        pass(Duration.ofSeconds(1));
        held.forEach(LoginTurn.Turn::close);
        assertThatCode(() -> server.take().close()).doesNotThrowAnyException();
    }

    @Test
    void thirtyAtOnceAtAServerThatBearsNine() throws Exception {
        options = options.withTrustNewHostKeys(true);
        TestSshServer real =
                closing(
                        TestSshServer.start(
                                home.resolve("server"),
                                SshServerSetup.STANDARD.withSshdLines("MaxStartups 9")));
        Assumptions.assumeTrue(real.kind().equals("OpenSSH"), "only OpenSSH is configured here");
        SshLinks links = links();
        var in = new ConcurrentLinkedQueue<SshExec>();
        var failed = new ConcurrentLinkedQueue<LinkException>();
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < 30; i++) {
            callers.add(
                    NamedThreads.virtual(
                            "caller-" + i,
                            () -> {
                                try {
                                    in.add(
                                            links.commands(target(real), LinkQuestions.NOBODY)
                                                    .start("cat", ConnectProgress.NONE));
                                } catch (LinkException e) {
                                    failed.add(e);
                                }
                            }));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        in.forEach(SshExec::cut);
        assertThat(failed).isEmpty();
        assertThat(in).hasSize(30);
    }

    @Test
    void aServerThatDropsConnectionsSeesNoStorm() throws Exception {
        FakeServer dropping = closing(FakeServer.closing());
        SshLinks links = links();
        var target = new Target.Ssh("127.0.0.1", dropping.port(), "pi", null);
        for (int i = 0; i < 40; i++) {
            LinkException e = failure(links, target, LinkQuestions.NOBODY);
            assertThat(e.failure().code()).isEqualTo(FailureCode.LINK_BROKEN);
        }
        assertThat(dropping.accepted()).isEqualTo(3);
    }

    @Test
    void aServerThatShutsThisComputerOutIsAskedOnce() throws Exception {
        FakeServer barring = closing(FakeServer.saying("Not allowed at this time\r\n"));
        SshLinks links = links();
        var target = new Target.Ssh("127.0.0.1", barring.port(), "pi", null);
        for (int i = 0; i < 40; i++) {
            LinkException e = failure(links, target, LinkQuestions.NOBODY);
            assertThat(e.failure().code()).isEqualTo(FailureCode.LOCKED_OUT);
        }
        assertThat(barring.accepted()).isEqualTo(1);
    }
}
