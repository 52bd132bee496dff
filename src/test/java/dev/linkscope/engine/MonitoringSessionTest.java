package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.Position;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MonitoringSessionTest {
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final JudgingThread JUDGING = new JudgingThread();
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private final Printer printer =
            new Printer(
                    PrinterId.random(),
                    "Prusa",
                    new Target.Ssh("pi", null, null, null),
                    Printer.CLOUD,
                    null,
                    CADENCE);
    private final OutcomeStore store = SqliteHistory.inMemory(CLOCK);
    private final ScriptedLink link = new ScriptedLink();
    private final MonitoringSession session = session(SessionPlan.WATCH);
    private boolean started;

    private MonitoringSession session(SessionPlan plan) {
        return new MonitoringSession(printer, context(plan), LinkQuestions.NOBODY, store, () -> {});
    }

    private SessionContext context(SessionPlan plan) {
        return new SessionContext(
                plan,
                (whose, questions) -> link,
                CLOCK,
                JUDGING,
                new LoginGate(System::nanoTime),
                "test");
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
                .allMatch(reason -> reason == NotMeasured.AGENT_LOST);
    }

    private static SessionPlan plan(Manners manners, double watch, double takeAction) {
        return SessionPlan.watch(manners, new Limits(watch, takeAction));
    }

    @Test
    void otherLimitsJudgeWhatIsThereAndAskNobody() {
        link.thenPlay(run("run1", "boot1", "ooooooooox".repeat(20)), null);
        start();
        assertThat(awaitAttempts(200).server().figures().state()).isEqualTo(PaneState.WATCH);
        session.replan(plan(Manners.USUAL, 0.01, 0.05), Duration.ZERO);
        await().until(() -> session.snapshot().server().figures().state() == PaneState.TAKE_ACTION);
        assertThat(session.snapshot().server().figures().attempts()).isEqualTo(200);
        assertThat(session.snapshot().server().figures().limits())
                .isEqualTo(new RateLimits(0.01, 0.05));
        assertThat(link.requests()).hasSize(1);
        assertThat(link.closed()).isZero();
    }

    @Test
    void otherReferencesAreAskedForWithoutLosingAnything() {
        link.thenPlay(run("run1", "boot1", "oooooooo"), null)
                .thenPlay(run("run2", "boot1", "oooo"), null);
        start();
        awaitAttempts(8);
        var others = new Manners(2, true, List.of("192.0.2.1:443"), List.of("192.0.2.53"));
        session.replan(plan(others, 0.05, 0.20), Duration.ZERO);
        SessionSnapshot shown = awaitAttempts(12);
        assertThat(shown.failure()).isNull();
        assertThat(shown.server().figures().attempts()).isEqualTo(12);
        assertThat(link.requests()).hasSize(2);
        assertThat(link.stops()).isZero();
        assertThat(link.requests().getLast().probes())
                .filteredOn(probe -> probe.kind() == ProbeKind.INTERNET)
                .singleElement()
                .satisfies(probe -> assertThat(probe.name()).isEqualTo("192.0.2.1:443"));
        assertThat(link.requests().getLast().probes())
                .filteredOn(probe -> probe.kind() == ProbeKind.DNS)
                .singleElement()
                .satisfies(probe -> assertThat(probe.resolvers()).containsExactly("192.0.2.53"));
        session.replan(plan(others, 0.05, 0.20), Duration.ZERO);
        await().during(Duration.ofMillis(600)).until(() -> link.requests().size() == 2);
    }

    @Test
    void aSessionThatHasEndedIsJudgedByOtherLimitsToo() throws InterruptedException {
        link.thenPlay(run("run1", "boot1", "ooooooooox".repeat(10)), null);
        start();
        awaitAttempts(100);
        session.stop();
        assertThat(session.awaitEnd(Duration.ofSeconds(5))).isTrue();
        session.replan(plan(Manners.USUAL, 0.01, 0.05), Duration.ZERO);
        assertThat(session.snapshot().server().figures().state()).isEqualTo(PaneState.TAKE_ACTION);
    }

    /** The slots of a run from one on, as an agent tells them that goes on with it. */
    private static List<AgentFrame> goingOn(String run, String boot, int slot, String states) {
        List<AgentFrame> all = run(run, boot, ".".repeat(slot) + states);
        var frames = new ArrayList<>(all.subList(0, 2));
        frames.addAll(all.subList(2 + slot, all.size()));
        return frames;
    }

    @Test
    void goesOnWithTheSameRunAfterALostLinkAndLeavesNoHole() {
        link.thenPlay(run("run1", "boot1", "ooooooox"), FailureCode.LINK_SILENT)
                .thenRefuse(FailureCode.UNREACHABLE)
                .thenPlay(goingOn("run1", "boot1", 8, "xxoo"), null);
        start();
        SessionSnapshot shown = awaitAttempts(12);
        assertThat(shown.server().figures().errors()).isEqualTo(3);
        assertThat(shown.server().trace().slots()).hasSize(12).allMatch(Slot::measured);
        assertThat(link.requests().getFirst().from()).isNull();
        assertThat(link.requests())
                .extracting(AgentRequest::subscription)
                .containsOnly(printer.id().toString());
        assertThat(link.requests().getLast().from()).isEqualTo(new Position("run1", 8));
        assertThat(link.stops()).isZero();
    }

    @Test
    void theBlindSpotOfALostLinkIsFilledOnceItIsBack() {
        // Slot 7 was due 30 s ago.
        link.thenPlay(longAgo(0, "oooooooo"), FailureCode.LINK_SILENT)
                .thenPlay(longAgo(8, "xo"), null);
        start();
        await().until(() -> session.snapshot().link() == LinkState.WAITING);
        assertThat(session.snapshot().server().trace().slots().filter(slot -> !slot.measured()))
                .isNotEmpty()
                .allMatch(slot -> slot.reason() == NotMeasured.UNREACHABLE_FROM_HERE);
        SessionSnapshot back = awaitAttempts(10);
        assertThat(back.server().trace().slots()).allMatch(Slot::measured);
    }

    /** A run whose boot clock shows 100 s. */
    private static List<AgentFrame> longAgo(int slot, String states) {
        List<AgentFrame> frames = goingOn("run1", "boot1", slot, states);
        frames.set(0, ScriptedLink.hello("p", "boot1", CLOCK.instant(), 100_000));
        return frames;
    }

    @Test
    void anotherLinkscopeWithTheSameSettingsIsLeftInPeace() {
        var frames = new ArrayList<>(run("run1", "boot1", "oooo"));
        frames.add(new AgentFrame.Bye("taken_over"));
        link.thenPlay(frames, null).thenPlay(goingOn("run1", "boot1", 4, "oo"), null);
        start();
        await().until(() -> session.snapshot().link() == LinkState.FAILED);
        assertThat(session.snapshot().failure().code()).isEqualTo(FailureCode.TAKEN_OVER);
        assertThat(link.requests()).hasSize(1);
    }

    @Test
    void leavingEndsNoAgentThatMayGoOn() throws Exception {
        link.thenPlay(run("run1", "boot1", "oooo"), null);
        start();
        awaitAttempts(4);
        assertThat(link.requests().getFirst().lease()).isEqualTo(Duration.ofHours(24));
        session.leave();
        assertThat(session.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(link.stops()).isZero();
        assertThat(link.closed()).isEqualTo(1);
        store.flush();
        assertThat(store.committedSequence("run1")).isEqualTo(4);
    }

    @Test
    void whileAChangeIsWatchedTheAgentGoesOnForAWeek() throws Exception {
        link.thenPlay(run("run1", "boot1", "oo"), null);
        link.thenPlay(run("run1", "boot1", "oo"), null);
        link.thenPlay(run("run1", "boot1", "oo"), null);
        start();
        awaitAttempts(2);
        session.asking().watchFix(true);
        await().until(() -> link.requests().size() == 2);
        session.asking().watchFix(false);
        await().until(() -> link.requests().size() == 3);
        assertThat(link.requests())
                .extracting(AgentRequest::lease)
                .containsExactly(Duration.ofHours(24), Duration.ofDays(7), Duration.ofHours(24));
        assertThat(link.requests().getLast().from().runId()).isEqualTo("run1");
        assertThat(link.stops()).isZero();
    }

    @Test
    void onlyWhoMayMeasureMeanwhileDoesSoForLonger() {
        Printer notAway = printer.withMeasureWhileAway(false);
        assertThat(SessionPlan.WATCH.lease(notAway, true)).isEqualTo(Duration.ofSeconds(60));
        assertThat(SessionPlan.WATCH.lease(printer.withTarget(new Target.Simulated("x")), true))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(SessionPlan.measureFor(Duration.ofMinutes(1)).lease(printer, true))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void leavingEndsAnAgentThatMayNotGoOn() throws Exception {
        var notAway =
                new MonitoringSession(
                        printer.withMeasureWhileAway(false),
                        context(SessionPlan.WATCH),
                        LinkQuestions.NOBODY,
                        store,
                        () -> {});
        link.thenPlay(run("run1", "boot1", "oooo"), null);
        notAway.start();
        await().until(() -> notAway.snapshot().server().figures().attempts() == 4);
        assertThat(link.requests().getFirst().lease()).isEqualTo(Duration.ofSeconds(60));
        notAway.leave();
        assertThat(notAway.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(link.stops()).isEqualTo(1);
    }

    @Test
    void beginsWithWhatTheHistoryHoldsBeforeThereIsALink() throws Exception {
        link.thenPlay(run("run1", "boot1", "ooxo"), null);
        start();
        awaitAttempts(4);
        session.leave();
        assertThat(session.awaitEnd(Duration.ofSeconds(5))).isTrue();
        store.flush();

        var next = session(SessionPlan.WATCH);
        link.thenRefuse(FailureCode.UNREACHABLE).thenPlay(goingOn("run1", "boot1", 4, "oo"), null);
        next.start();
        await().until(() -> next.snapshot().link() == LinkState.WAITING);
        assertThat(next.snapshot().server().figures().attempts()).isEqualTo(4);
        await().until(() -> next.snapshot().server().figures().attempts() == 6);
        assertThat(next.snapshot().server().trace().slots()).allMatch(Slot::measured);
        assertThat(link.requests().getLast().from()).isEqualTo(new Position("run1", 4));
        next.stop();
        assertThat(next.awaitEnd(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void saysWhichProbesAnOlderAgentLacks() {
        var frames = new ArrayList<>(run("run1", "boot1", "oo"));
        frames.add(2, new AgentFrame.LeftOut(List.of(ProbeKind.SERVER_WS, ProbeKind.TRACE)));
        link.thenPlay(frames, null);
        start();
        assertThat(awaitAttempts(2).facts())
                .contains(Fact.known("probe.unavailable", "server.ws, trace", null));
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
                        3,
                        new ClockReading(25_000, nextYear.plusSeconds(25)),
                        10,
                        18_000,
                        9_000,
                        0,
                        0));
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
    void aSessionThatWaitsForItsUserHoldsUpNobody() throws Exception {
        var gate = new LoginGate(System::nanoTime);
        var asked = new CountDownLatch(LoginGate.AT_ONCE);
        var answer = new CountDownLatch(1);
        LinkQuestions thinking =
                new LinkQuestions() {
                    @Override
                    public boolean acceptHostKey(HostKey key) {
                        asked.countDown();
                        try {
                            return answer.await(10, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            return false;
                        }
                    }

                    @Override
                    public char[] secret(SecretQuestion question) {
                        return null;
                    }
                };
        var context =
                new SessionContext(
                        SessionPlan.WATCH,
                        (whose, questions) ->
                                (request, progress) -> {
                                    questions.acceptHostKey(
                                            new LinkQuestions.HostKey("pi", 22, "k", "f"));
                                    return link.open(request, progress);
                                },
                        CLOCK,
                        JUDGING,
                        gate,
                        "test");
        var sessions = new ArrayList<MonitoringSession>();
        for (int i = 0; i < LoginGate.AT_ONCE; i++) {
            var one =
                    new MonitoringSession(
                            printer.withId(PrinterId.random()), context, thinking, store, () -> {});
            one.start();
            sessions.add(one);
        }
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        try (LoginGate.Place place = gate.queue(LoginGate.Reason.FIRST)) {
            assertThat(place.await(Duration.ofSeconds(1))).isTrue();
        }
        answer.countDown();
        for (MonitoringSession one : sessions) {
            one.stop();
            assertThat(one.awaitEnd(Duration.ofSeconds(10))).isTrue();
        }
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
