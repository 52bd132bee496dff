package dev.linkscope.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.bulk.BulkEntry.Stage;
import dev.linkscope.engine.bulk.BulkState.Phase;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.HostKey;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.ui.FakeLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BulkTrialTest {
    private final AtomicInteger offers = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final List<BulkTrial> open = new ArrayList<>();

    @AfterEach
    void closeAll() {
        open.forEach(BulkTrial::close);
    }

    private static List<Printer> printers(int count) {
        return IntStream.range(0, count).mapToObj(i -> printer("p" + i + ".local")).toList();
    }

    private static Printer printer(String host) {
        var target = new Target.Ssh(host, null, "pi", null);
        return new Printer(
                PrinterId.of(target), host, target, Printer.CLOUD, null, Printer.DEFAULT_CADENCE);
    }

    /** A server as SSH has it: host key first, then one password. */
    private AgentLink server(Printer printer, LinkQuestions questions, String password) {
        return (request, progress) -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                String host = ((Target.Ssh) printer.target()).host();
                if (!questions.acceptHostKey(
                        new HostKey(host, 22, "ssh-ed25519", "SHA256:" + host))) {
                    throw failed(FailureCode.HOST_KEY_UNKNOWN, ConnectStep.HOST_KEY, host);
                }
                progress.done(ConnectStep.HOST_KEY, "", Duration.ZERO);
                if (!questions.wantsLogin()) {
                    throw failed(FailureCode.CANCELLED, ConnectStep.HOST_KEY, host);
                }
                char[] given =
                        questions.secret(
                                new SecretQuestion(SecretKind.PASSWORD, "pi@" + host, null));
                offers.addAndGet(given == null ? 0 : 1);
                if (given == null || !new String(given).equals(password)) {
                    throw failed(FailureCode.LOGIN_REFUSED, ConnectStep.LOGIN, host);
                }
                return FakeLink.working().open(request, progress);
            } finally {
                atOnce.decrementAndGet();
            }
        };
    }

    private static LinkException failed(FailureCode code, ConnectStep step, String host) {
        return new LinkException(Failure.of(code, host), step, null);
    }

    private BulkTrial begin(List<Printer> printers, LinkFactory links) {
        return begin(printers, links, Map.of());
    }

    private BulkTrial begin(List<Printer> printers, LinkFactory links, Map<PrinterId, char[]> own) {
        var test = new ConnectionTest(links, host -> List.of(), OctoPrintDesk.closed(), "test");
        var secrets = new SharedSecrets("right".toCharArray(), new char[0], own);
        var trial = new BulkTrial(test, printers, secrets, (p, answers) -> answers, () -> {});
        open.add(trial);
        trial.start();
        return trial;
    }

    private static void awaitPhase(BulkTrial trial, Phase phase) {
        await().atMost(Duration.ofSeconds(15)).until(() -> trial.state().phase() == phase);
    }

    private static void acceptAll(BulkTrial trial) {
        awaitPhase(trial, Phase.REVIEW);
        trial.review(
                trial.state().entries().stream()
                        .map(entry -> entry.printer().id())
                        .collect(Collectors.toSet()));
    }

    @Test
    void twoHundredAreTriedAFewAtATime() {
        BulkTrial trial = begin(printers(200), (p, q) -> server(p, q, "right"));
        acceptAll(trial);
        awaitPhase(trial, Phase.OVER);
        assertThat(trial.state().at(Stage.DONE)).hasSize(200);
        assertThat(mostAtOnce.get()).isLessThanOrEqualTo(8);
        assertThat(offers.get()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordIsRefusedByThreeAndThenTheUserIsAsked() {
        BulkTrial trial = begin(printers(30), (p, q) -> server(p, q, "other"));
        acceptAll(trial);
        awaitPhase(trial, Phase.REFUSED);
        await().until(() -> trial.state().at(Stage.FAILED).size() == 3);
        assertThat(offers.get()).isEqualTo(3);
        assertThat(trial.state().refused()).isEqualTo(3);
        trial.goOn();
        awaitPhase(trial, Phase.OVER);
        assertThat(trial.state().at(Stage.FAILED)).hasSize(30);
    }

    @Test
    void oneThatFailsNeverStopsTheRest() {
        BulkTrial trial =
                begin(
                        printers(12),
                        (p, q) -> {
                            if (p.name().equals("p3.local")) {
                                throw new IllegalStateException("unexpected");
                            }
                            return p.name().equals("p5.local")
                                    ? FakeLink.failingAt(
                                            ConnectStep.RESOLVE, FailureCode.NAME_UNKNOWN)
                                    : server(p, q, "right");
                        });
        acceptAll(trial);
        awaitPhase(trial, Phase.OVER);
        assertThat(trial.state().at(Stage.DONE)).hasSize(10);
        assertThat(trial.state().at(Stage.FAILED).stream().map(e -> e.failure().code()))
                .containsExactly(FailureCode.AGENT_NOT_STARTED, FailureCode.NAME_UNKNOWN);
    }

    @Test
    void whatNeedsNoHostKeyIsTriedAndWhatNeedsItsUserIsNot() {
        var page = new Target.OctoPrint(new TargetUrl("http://octopi.local"));
        BulkTrial trial =
                begin(
                        List.of(
                                printer("a").withTarget(new Target.Local()),
                                printer("b").withTarget(page)),
                        (p, q) -> FakeLink.working());
        awaitPhase(trial, Phase.OVER);
        assertThat(trial.state().at(Stage.DONE)).hasSize(1);
        assertThat(trial.state().at(Stage.FAILED).getFirst().failure().code())
                .isEqualTo(FailureCode.OCTOPRINT_ONE_BY_ONE);
    }

    @Test
    void cancelStopsWhatIsStuckAndKeepsWhatSucceeded() throws Exception {
        var interrupted = new CountDownLatch(2);
        BulkTrial trial =
                begin(
                        printers(6),
                        (p, q) ->
                                p.name().matches("p[45].local")
                                        ? stuckAfterLook(p, q, interrupted)
                                        : server(p, q, "right"));
        acceptAll(trial);
        await().until(() -> trial.state().at(Stage.DONE).size() == 4);
        trial.cancel();
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(trial.state().phase()).isEqualTo(Phase.OVER);
        assertThat(trial.state().at(Stage.DONE)).hasSize(4);
        assertThat(trial.state().at(Stage.FAILED).stream().map(e -> e.failure().code()))
                .containsOnly(FailureCode.CANCELLED);
    }

    private AgentLink stuckAfterLook(Printer p, LinkQuestions q, CountDownLatch interrupted) {
        return q.wantsLogin() ? FakeLink.stuck(interrupted) : server(p, q, "right");
    }

    @Test
    void noPasswordIsGivenBeforeThePrinterItselfHasShownItsKey() {
        var answers =
                BulkAnswers.tryingWith(
                        PrinterId.random(),
                        Set.of(),
                        new SharedSecrets("right".toCharArray(), "phrase".toCharArray()));
        var password = new SecretQuestion(SecretKind.PASSWORD, "pi@gate", null);
        var code = new SecretQuestion(SecretKind.INTERACTIVE, "pi@p", "Verification code:");
        assertThat(answers.secret(password)).as("a jump host asks").isNull();
        answers.passed();
        assertThat(answers.secret(code)).isNull();
        assertThat(answers.secret(password)).isEqualTo("right".toCharArray());
        assertThat(answers.secret(password)).as("once").isNull();
        assertThat(answers.secret(new SecretQuestion(SecretKind.PASSPHRASE, "key", null)))
                .isEqualTo("phrase".toCharArray());
    }

    @Test
    void aPrinterMayHaveAPasswordOfItsOwn() {
        List<Printer> printers = printers(12);
        Map<PrinterId, char[]> own =
                printers.stream()
                        .limit(5)
                        .collect(Collectors.toMap(Printer::id, _ -> "other".toCharArray()));
        BulkTrial trial =
                begin(
                        printers,
                        (p, q) -> server(p, q, own.containsKey(p.id()) ? "other" : "right"),
                        own);
        acceptAll(trial);
        awaitPhase(trial, Phase.OVER);
        assertThat(trial.state().at(Stage.DONE)).hasSize(12);
        assertThat(own.values()).as("wiped").allMatch(secret -> secret[0] == '\0');
    }

    @Test
    void passwordsOfTheirOwnThatAreRefusedSayNothingAboutThatOfAll() {
        List<Printer> printers = printers(12);
        Map<PrinterId, char[]> own =
                printers.stream()
                        .limit(5)
                        .collect(Collectors.toMap(Printer::id, _ -> "mistyped".toCharArray()));
        BulkTrial trial = begin(printers, (p, q) -> server(p, q, "right"), own);
        acceptAll(trial);
        awaitPhase(trial, Phase.OVER);
        assertThat(trial.state().at(Stage.DONE)).hasSize(7);
        assertThat(trial.state().at(Stage.FAILED)).hasSize(5);
    }

    @Test
    void attemptsAtOneServerAreKeptApart() {
        var now = new AtomicLong();
        var pace = new HostPace(now::get);
        Printer one = printer("same.local");
        Printer other = printer("SAME.local").withName("other");
        assertThat(pace.until(one)).isZero();
        pace.begun(one);
        assertThat(pace.until(other)).isNull();
        pace.ended(one, false, FailureCode.LOGIN_REFUSED);
        assertThat(pace.until(other)).isEqualTo(Duration.ofSeconds(6));
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(pace.until(other)).isZero();
        assertThat(pace.until(printer("different.local"))).isZero();
    }
}
