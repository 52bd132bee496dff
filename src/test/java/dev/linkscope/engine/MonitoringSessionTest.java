package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.SqliteOutcomeStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MonitoringSessionTest {
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private final Printer printer =
            new Printer(
                    PrinterId.random(),
                    "Prusa",
                    new Target.Ssh("pi", null, null, null),
                    Printer.CLOUD,
                    null,
                    CADENCE);
    private final OutcomeStore store = SqliteOutcomeStore.inMemory(CLOCK);
    private final ScriptedLink link = new ScriptedLink();
    private final MonitoringSession session = session(SessionPlan.WATCH);
    private boolean started;

    private MonitoringSession session(SessionPlan plan) {
        return new MonitoringSession(
                printer,
                plan,
                (whose, questions) -> link,
                LinkQuestions.NOBODY,
                store,
                CLOCK,
                "test",
                () -> {});
    }

    @AfterEach
    void end() throws InterruptedException {
        session.stop();
        if (started) {
            session.awaitEnd(Duration.ofSeconds(5));
        }
        store.close();
    }

    private void start() {
        started = true;
        session.start();
    }

    private static List<AgentFrame> run(String run, String boot, String states) {
        var frames = new ArrayList<>(ScriptedLink.begin(run, boot, CLOCK, CADENCE));
        for (int slot = 0; slot < states.length(); slot++) {
            long due = slot * 10_000L;
            frames.add(
                    new AgentFrame.Observed(
                            states.charAt(slot) == 'o'
                                    ? Outcomes.ok(ProbePlan.SERVER, slot, due, 20)
                                    : Outcomes.failed(ProbePlan.SERVER, slot, due, 20)));
        }
        return frames;
    }

    private SessionSnapshot awaitAttempts(int attempts) {
        await().until(() -> session.snapshot().server().figures().attempts() >= attempts);
        return session.snapshot();
    }

    @Test
    void showsAndStoresWhatTheAgentSends() {
        link.thenPlay(run("run1", "boot1", "oooooooxxo"), null);
        start();
        SessionSnapshot shown = awaitAttempts(10);
        assertThat(shown.link()).isEqualTo(LinkState.MEASURING);
        assertThat(shown.server().figures().errors()).isEqualTo(2);
        assertThat(shown.server().figures().state()).isEqualTo(PaneState.WATCH);
        assertThat(shown.webcam()).isNull();
        await().untilAsserted(() -> assertThat(store.committedSequence("run1")).isEqualTo(10));
        assertThat(store.read(printer.id(), ProbePlan.SERVER, Instant.EPOCH, FAR))
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.outcomes()).hasSize(10));
    }

    @Test
    void comesBackAfterALostLinkAndNamesTheHole() {
        link.thenPlay(run("run1", "boot1", "oooooooo"), FailureCode.LINK_SILENT)
                .thenRefuse(FailureCode.UNREACHABLE)
                .thenPlay(run("run2", "boot1", "oooo"), null);
        start();
        SessionSnapshot shown = awaitAttempts(12);
        assertThat(shown.failure()).isNull();
        assertThat(shown.link()).isEqualTo(LinkState.MEASURING);
        assertThat(link.requests()).hasSize(3);
        assertThat(
                        shown.server()
                                .trace()
                                .slots()
                                .filter(slot -> !slot.measured())
                                .map(Slot::reason))
                .allMatch(reason -> reason == NotMeasured.UNREACHABLE_FROM_HERE);
    }

    @Test
    void neverRepeatsARefusedLoginByItself() throws Exception {
        link.thenRefuse(FailureCode.LOGIN_REFUSED).thenPlay(run("run1", "boot1", "oooooooo"), null);
        start();
        await().until(() -> session.snapshot().link() == LinkState.FAILED);
        assertThat(session.awaitEnd(Duration.ofSeconds(2))).isFalse();
        assertThat(link.requests()).hasSize(1);
        session.retry(LinkQuestions.NOBODY);
        assertThat(awaitAttempts(8).failure()).isNull();
    }

    @Test
    void aFrameThatCannotBeTrueEndsTheRunInANamedState() {
        var frames = new ArrayList<>(run("run1", "boot1", "oooooooo"));
        frames.add(
                new AgentFrame.Observed(
                        Outcomes.ok(ProbePlan.SERVER, Long.MAX_VALUE - 9, 90_000, 20)));
        link.thenPlay(frames, null).thenPlay(run("run2", "boot1", "oo"), null);
        start();
        SessionSnapshot shown = awaitAttempts(10);
        assertThat(shown.server().figures().errors()).isZero();
        assertThat(link.requests()).hasSize(2);
    }

    @Test
    void aPlanWithAnEndStopsWithTheAgent() throws Exception {
        var finite = session(SessionPlan.measureFor(Duration.ofSeconds(40)));
        var frames = new ArrayList<>(run("run1", "boot1", "ooox"));
        frames.add(new AgentFrame.Bye("finished"));
        link.thenPlay(frames, null);
        finite.start();
        assertThat(finite.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(finite.snapshot().link()).isEqualTo(LinkState.ENDED);
        assertThat(finite.snapshot().server().figures().attempts()).isEqualTo(4);
        assertThat(link.requests().getFirst().probes())
                .allSatisfy(probe -> assertThat(probe.slots()).isPositive());
    }

    @Test
    void aPlanWithAnEndDoesNotWaitForAPiThatIsNotThere() throws Exception {
        var finite = session(SessionPlan.measureFor(Duration.ofSeconds(40)));
        link.thenRefuse(FailureCode.UNREACHABLE);
        finite.start();
        assertThat(finite.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(finite.snapshot().link()).isEqualTo(LinkState.FAILED);
        assertThat(finite.snapshot().headline()).isNotEmpty();
    }

    @Test
    void aJumpOfThePisClockByAYearMovesNothing() {
        var frames = new ArrayList<>(run("run1", "boot1", "ooooxooo"));
        Instant nextYear = CLOCK.instant().plus(Duration.ofDays(365));
        frames.add(
                5,
                new AgentFrame.Heartbeat(
                        3, new ClockReading(25_000, nextYear.plusSeconds(25)), 10, 18_000));
        link.thenPlay(frames, null);
        Instant before = CLOCK.instant();
        start();
        SessionSnapshot shown = awaitAttempts(8);
        assertThat(shown.server().figures().errors()).isEqualTo(1);
        assertThat(shown.server().figures().firstError())
                .isBetween(before.minusSeconds(60), CLOCK.instant().plusSeconds(60));
        assertThat(shown.server().trace().slots()).allMatch(Slot::measured);
    }

    @Test
    void stopsWhileItWaits() throws Exception {
        link.thenRefuse(FailureCode.UNREACHABLE);
        start();
        await().until(() -> session.snapshot().link() == LinkState.WAITING);
        session.stop();
        assertThat(session.awaitEnd(Duration.ofSeconds(5))).isTrue();
    }
}
