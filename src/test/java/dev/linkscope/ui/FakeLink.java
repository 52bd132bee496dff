package dev.linkscope.ui;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.HostKey;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Links that go a way laid down beforehand. */
public final class FakeLink {
    private FakeLink() {}

    /** All steps, one after another. */
    public static AgentLink working() {
        return (request, progress) -> {
            for (ConnectStep step : ConnectStep.to(new Target.Local())) {
                progress.done(step, detail(step), Duration.ofMillis(4));
            }
            return new Ended();
        };
    }

    /** The way up to a step that fails. */
    public static AgentLink failingAt(ConnectStep step, FailureCode code) {
        return (request, progress) -> {
            goUpTo(step, progress);
            throw new LinkException(Failure.of(code, "prusa-07.local"), step, null);
        };
    }

    /** A way on which a host key and a password are asked. */
    public static AgentLink asking(LinkQuestions questions) {
        return (request, progress) -> {
            goUpTo(ConnectStep.HOST_KEY, progress);
            var key = new HostKey("prusa-07.local", 22, "ssh-ed25519", "SHA256:pX0cVq9Qm4");
            if (!questions.acceptHostKey(key)) {
                throw new LinkException(
                        Failure.of(FailureCode.HOST_KEY_UNKNOWN, "prusa-07.local"),
                        ConnectStep.HOST_KEY,
                        null);
            }
            progress.done(ConnectStep.HOST_KEY, key.fingerprint(), Duration.ofMillis(9));
            var question = new SecretQuestion(SecretKind.PASSWORD, "pi@prusa-07.local", null);
            char[] secret = questions.secret(question);
            if (secret == null || !"raspberry".equals(new String(secret))) {
                throw new LinkException(
                        Failure.of(FailureCode.LOGIN_REFUSED, "prusa-07.local"),
                        ConnectStep.LOGIN,
                        null);
            }
            for (ConnectStep step : ConnectStep.to(new Target.Local())) {
                progress.done(step, detail(step), Duration.ofMillis(4));
            }
            return new Ended();
        };
    }

    /** A way that never ends until the thread is interrupted. */
    public static AgentLink stuck(CountDownLatch interrupted) {
        return (request, progress) -> {
            goUpTo(ConnectStep.REACH, progress);
            try {
                new CountDownLatch(1).await();
                return new Ended();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new LinkException(Failure.of(FailureCode.CANCELLED), ConnectStep.REACH, e);
            }
        };
    }

    private static void goUpTo(ConnectStep end, ConnectProgress progress) {
        for (ConnectStep step : ConnectStep.to(new Target.Local())) {
            if (step == end) {
                return;
            }
            progress.done(step, detail(step), Duration.ofMillis(3));
        }
    }

    private static String detail(ConnectStep step) {
        return switch (step) {
            case RESOLVE -> "192.168.1.57";
            case REACH -> "OpenSSH 10.0";
            case HOST_KEY -> "SHA256:pX0cVq9Qm4";
            case LOGIN -> "pi";
            case PYTHON -> "3.11.2";
            case OCTOPRINT, FIND, ALLOW, READ -> "";
            case AGENT -> "0.1.0";
        };
    }

    /** A channel whose agent says goodbye at once. */
    private static final class Ended implements AgentChannel {
        @Override
        public AgentFrame poll(Duration wait) {
            return new AgentFrame.Bye("stopped");
        }

        @Override
        public void renew() {}

        @Override
        public void stop() {}

        @Override
        public void close() {}
    }
}
