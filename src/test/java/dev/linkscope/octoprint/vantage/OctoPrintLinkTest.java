package dev.linkscope.octoprint.vantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real engine over OctoPrint's tests. */
@Timeout(60)
class OctoPrintLinkTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration CADENCE = Duration.ofMillis(300);
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private final OctoPrintDouble octoPrint = new OctoPrintDouble();
    private final OutcomeStore store = SqliteHistory.inMemory(CLOCK);
    private final OctoPrintLink link =
            new OctoPrintLink(octoPrint, "octopi.local", CLOCK, System::nanoTime, CADENCE);
    private final Printer printer =
            new Printer(
                    PrinterId.random(),
                    "Prusa",
                    new Target.Ssh("octopi.local", null, null, null),
                    new TargetUrl("http://app.obico.example"),
                    new TargetUrl("http://127.0.0.1:8080/?action=snapshot"),
                    CADENCE);
    private Farm farm = farm(SessionPlan.WATCH);

    OctoPrintLinkTest() throws IOException {}

    private Farm farm(SessionPlan plan) {
        return new Farm(plan, (whose, questions) -> link, store, CLOCK, "test");
    }

    @AfterEach
    void close() {
        farm.close();
        store.close();
        octoPrint.close();
    }

    private SessionSnapshot shown() {
        return farm.snapshot(printer.id()).orElseThrow();
    }

    private SessionSnapshot awaitAttempts(int attempts) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shown().server().figures().attempts() >= attempts);
        return shown();
    }

    private SessionSnapshot awaitErrors(int errors) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shown().server().figures().errors() >= errors);
        return shown();
    }

    private void watch() {
        farm.add(printer, LinkQuestions.NOBODY);
    }

    private List<Outcome> outcomes(String target) {
        store.flush();
        return store.read(printer.id(), target, Instant.EPOCH, FAR).stream()
                .flatMap(recorded -> recorded.outcomes().stream())
                .toList();
    }

    @Test
    void measuresServerCameraAndNames() {
        watch();
        SessionSnapshot shown = awaitAttempts(5);
        assertThat(shown.link()).isEqualTo(LinkState.MEASURING);
        assertThat(shown.server().figures().errors()).isZero();
        await().until(() -> shown().webcam().figures().attempts() >= 2);
        assertThat(shown().webcam().figures().errors()).isZero();
        assertThat(shown.facts())
                .contains(
                        Fact.known("vantage", "octoprint", null),
                        Fact.known("vantage.hint", "hint.ssh.enable", null))
                .anyMatch(fact -> fact.key().equals("agent.limits"))
                .anyMatch(fact -> fact.key().equals("probe.unavailable"));
        await().until(() -> !outcomes("dns").isEmpty());
        assertThat(octoPrint.mostAtOnce()).isLessThanOrEqualTo(2);
    }

    @Test
    void failuresCountWithTheirPhaseAndEndWhenTheServerIsBack() {
        watch();
        awaitAttempts(3);
        octoPrint.reply(OctoPrintDouble.SERVER, "op1103-utiltest-url-refused.http");
        octoPrint.reply(OctoPrintDouble.NAME, "op1103-utiltest-resolution-fails.http");
        awaitErrors(3);
        octoPrint.replyWith(
                OctoPrintDouble.SERVER,
                "{'response': {'assumed_content_type': 'application/json'}, 'status': 401}");
        octoPrint.reply(OctoPrintDouble.NAME, "op1103-utiltest-resolution-localhost.http");
        int errors = shown().server().figures().errors();
        awaitAttempts(shown().server().figures().attempts() + 4);
        assertThat(shown().server().figures().errors()).isLessThanOrEqualTo(errors + 2);
        assertThat(outcomes("server").stream().filter(o -> o.phase() != null))
                .isNotEmpty()
                .allMatch(o -> o.phase() == Phase.DNS && "dns_failed".equals(o.errorClass()));
    }

    @Test
    void aRestartOfOctoPrintIsAHoleAndNoFailure() throws Exception {
        watch();
        awaitAttempts(3);
        octoPrint.stop();
        await().until(() -> shown().link() == LinkState.WAITING);
        assertThat(shown().failure().code()).isIn(FailureCode.LINK_BROKEN, FailureCode.UNREACHABLE);
        // Long enough that slots fall into it: the first new attempt may follow at once.
        Thread.sleep(CADENCE.multipliedBy(5));
        octoPrint.restart();
        SessionSnapshot back = awaitAttempts(shown().server().figures().attempts() + 3);
        assertThat(back.link()).isEqualTo(LinkState.MEASURING);
        assertThat(back.server().figures().errors()).isZero();
        assertThat(back.webcam().figures().errors()).isZero();
        assertThat(back.server().trace().slots().filter(slot -> !slot.measured()))
                .isNotEmpty()
                .allMatch(slot -> slot.reason() == NotMeasured.UNREACHABLE_FROM_HERE);
    }

    @Test
    void aProxyWithoutOctoPrintIsAHoleAndNoFailure() {
        watch();
        awaitAttempts(3);
        octoPrint.replyToAll("op111-plugin-pi_support-not-a-pi.http");
        await().until(() -> shown().link() == LinkState.WAITING);
        assertThat(shown().failure().code()).isEqualTo(FailureCode.OCTOPRINT_DOWN);
        assertThat(shown().server().figures().errors()).isZero();
    }

    @Test
    void onlyAnAdministratorMayTest() {
        octoPrint.reply(OctoPrintDouble.NAME, "op1103-utiltest-operator.http");
        watch();
        await().until(() -> shown().link() == LinkState.FAILED);
        assertThat(shown().failure().code()).isEqualTo(FailureCode.OCTOPRINT_NO_PERMISSION);
    }

    @Test
    void measuresForAWhileAndEnds() throws InterruptedException {
        farm.close();
        farm = farm(SessionPlan.measureFor(Duration.ofSeconds(2)));
        watch();
        assertThat(farm.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(shown().server().figures().attempts()).isBetween(5, 7);
        assertThat(shown().server().figures().errors()).isZero();
    }

    private static AgentRequest request(ProbeSpec... probes) {
        return new AgentRequest("s", "i", Duration.ofSeconds(60), null, List.of(probes));
    }

    private static ProbeSpec server(Duration deadline) {
        return ProbeSpec.of("server", ProbeKind.SERVER_HTTP, CADENCE, deadline)
                .withUrl(new TargetUrl("http://app.obico.example/"));
    }

    /** Frames until the first of a kind. */
    private static <F extends AgentFrame> F first(AgentChannel channel, Class<F> kind)
            throws LinkException {
        while (true) {
            AgentFrame frame = channel.poll(Duration.ofSeconds(10));
            assertThat(frame).as("waiting for %s", kind).isNotNull();
            if (kind.isInstance(frame)) {
                return kind.cast(frame);
            }
        }
    }

    @Test
    void anAttemptThatHangsHasFailedAtItsDeadlineIfOctoPrintItselfAnswers() throws Exception {
        octoPrint.replyAfter(
                OctoPrintDouble.SERVER, "op1103-utiltest-url-refused.http", Duration.ofSeconds(5));
        try (AgentChannel channel =
                link.open(request(server(Duration.ofMillis(500))), ConnectProgress.NONE)) {
            Outcome outcome = first(channel, AgentFrame.Observed.class).outcome();
            assertThat(outcome.phase()).isEqualTo(Phase.REQUEST);
            assertThat(outcome.errorClass()).isEqualTo("timeout");
            assertThat(outcome.endMillis() - outcome.startMillis()).isBetween(450L, 2_000L);
        }
    }

    @Test
    void anAttemptThatHangsWithOctoPrintItselfIsNoFailure() throws Exception {
        try (AgentChannel channel =
                link.open(request(server(Duration.ofMillis(500))), ConnectProgress.NONE)) {
            octoPrint.replyAfter(
                    OctoPrintDouble.SERVER,
                    "op1103-utiltest-url-refused.http",
                    Duration.ofSeconds(5));
            octoPrint.replyToAll("op111-plugin-pi_support-not-a-pi.http");
            LinkException end = null;
            while (end == null) {
                try {
                    AgentFrame frame = channel.poll(Duration.ofSeconds(10));
                    if (frame instanceof AgentFrame.Observed(Outcome outcome)) {
                        assertThat(outcome.phase()).isNull();
                    }
                } catch (LinkException e) {
                    end = e;
                }
            }
            assertThat(end.failure().code()).isEqualTo(FailureCode.OCTOPRINT_DOWN);
        }
    }

    @Test
    void aPhaseThatTakesLongToFindDoesNotDelayTheSlot() throws Exception {
        octoPrint.reply(OctoPrintDouble.SERVER, "op1103-utiltest-url-refused.http");
        try (AgentChannel channel =
                link.open(request(server(Duration.ofMillis(800))), ConnectProgress.NONE)) {
            octoPrint.replyAfter(
                    OctoPrintDouble.NAME,
                    "op1103-utiltest-resolution-fails.http",
                    Duration.ofMillis(1_500));
            var classes = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                Outcome outcome = first(channel, AgentFrame.Observed.class).outcome();
                if (outcome.phase() != null) {
                    classes.add(outcome.phase().wireName() + "." + outcome.errorClass());
                    assertThat(outcome.endMillis() - outcome.startMillis()).isLessThan(2_000);
                }
            }
            // What was found for one slot is told of the next.
            assertThat(classes.getFirst()).isEqualTo("request.broken");
            assertThat(classes).contains("dns.dns_failed");
        }
    }

    @Test
    void aServerThatLimitsIsLeftAlone() throws Exception {
        octoPrint.replyWith(OctoPrintDouble.SERVER, "{'status': 429, 'result': false}");
        try (AgentChannel channel =
                link.open(request(server(Duration.ofSeconds(5))), ConnectProgress.NONE)) {
            int before = octoPrint.commands().size();
            var classes = new ArrayList<String>();
            for (int i = 0; i < 7; i++) {
                classes.add(first(channel, AgentFrame.Observed.class).outcome().errorClass());
            }
            assertThat(classes)
                    .containsExactly(
                            "rate_limited",
                            "backing_off",
                            "backing_off",
                            "backing_off",
                            "backing_off",
                            "backing_off",
                            "rate_limited");
            assertThat(octoPrint.commands()).hasSize(before + 2);
        }
    }

    @Test
    void noSlotComesFasterThanTheLeastCadence() throws Exception {
        var slow = new OctoPrintLink(octoPrint, "octopi.local", CLOCK);
        try (AgentChannel channel =
                slow.open(request(server(Duration.ofSeconds(5))), ConnectProgress.NONE)) {
            AgentFrame.Subscribed told = first(channel, AgentFrame.Subscribed.class);
            assertThat(told.probes())
                    .extracting(AgentFrame.Schedule::cadence)
                    .containsExactly(Duration.ofSeconds(10));
        }
    }

    @Test
    void everyOpeningIsARunOfItsOwnThatEndsWhenItIsStopped() throws Exception {
        String run;
        try (AgentChannel channel =
                link.open(request(server(Duration.ofSeconds(5))), ConnectProgress.NONE)) {
            run = first(channel, AgentFrame.Subscribed.class).runId();
            channel.stop();
            assertThat(first(channel, AgentFrame.Bye.class).reason()).isEqualTo("stopped");
            assertThat(channel.poll(Duration.ofMillis(10))).isNull();
        }
        AgentChannel channel =
                link.open(request(server(Duration.ofSeconds(5))), ConnectProgress.NONE);
        assertThat(first(channel, AgentFrame.Subscribed.class).runId()).isNotEqualTo(run);
        channel.close();
        assertThat(codeOfNextPoll(channel)).isEqualTo(FailureCode.CANCELLED);
        assertThat(codeOfNextPoll(channel)).isEqualTo(FailureCode.CANCELLED);
    }

    private static FailureCode codeOfNextPoll(AgentChannel channel) {
        try {
            channel.poll(Duration.ofSeconds(1));
            return null;
        } catch (LinkException e) {
            return e.failure().code();
        }
    }

    @Test
    void thatNobodyListensAnyMoreEndsIt() throws Exception {
        var spec = server(Duration.ofSeconds(5));
        var request = new AgentRequest("s", "i", Duration.ofMillis(200), null, List.of(spec));
        try (AgentChannel channel = link.open(request, ConnectProgress.NONE)) {
            assertThat(first(channel, AgentFrame.Bye.class).reason()).isEqualTo("lease");
        }
    }
}
