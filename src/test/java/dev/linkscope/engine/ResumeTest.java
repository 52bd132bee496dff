package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.Position;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record over channels that break, agents that end, and a program that is closed. */
@Timeout(60)
class ResumeTest {
    private static final Duration SHOWN = Duration.ofHours(2);
    private static final Duration LEASE = Duration.ofHours(24);
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private final Printer printer =
            new Printer(
                    PrinterId.random(),
                    "Prusa",
                    new Target.Ssh("pi", null, null, null),
                    Printer.CLOUD,
                    null,
                    RingAgent.CADENCE);
    private Instant now = RingAgent.START;
    private final InstantSource clock = () -> now;
    private OutcomeStore store = SqliteHistory.inMemory(clock);

    @AfterEach
    void close() {
        store.close();
    }

    private SessionRecord record() {
        return record(LEASE);
    }

    private SessionRecord record(Duration lease) {
        var record =
                new SessionRecord(
                        printer.id(),
                        store,
                        clock,
                        lease,
                        SHOWN,
                        () -> SessionPlan.WATCH.tape(printer));
        record.asking(SessionPlan.WATCH.probes(printer, Pace.ALONE, Duration.ZERO));
        return record;
    }

    private void talk(SessionRecord record, RingAgent agent) {
        agent.says(record.position(), now).forEach(record::apply);
        record.save();
    }

    private void passSlots(int slots) {
        now = now.plus(RingAgent.CADENCE.multipliedBy(slots));
    }

    /** . not measured, 1 ok, X failed. */
    private static String states(SessionRecord record) {
        return record.tape(ProbePlan.SERVER)
                .trace()
                .slots()
                .map(slot -> !slot.measured() ? "." : slot.failed() ? "X" : "1")
                .collect(Collectors.joining());
    }

    private static List<NotMeasured> holes(SessionRecord record) {
        return record.tape(ProbePlan.SERVER)
                .trace()
                .slots()
                .filter(slot -> !slot.measured())
                .map(Slot::reason)
                .distinct()
                .toList();
    }

    private List<Long> stored() {
        store.flush();
        return store.read(printer.id(), ProbePlan.SERVER, Instant.EPOCH, FAR).stream()
                .flatMap(run -> run.outcomes().stream())
                .map(Outcome::sequence)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void nothingIsLostOrDoubledWhereverTheChannelBreaks(long seed) {
        var agent = new RingAgent("run1", "p", "boot", 0, 300, seed);
        var random = new Random(seed);
        SessionRecord record = record();
        for (int broken = 0; broken < 12; broken++) {
            passSlots(random.nextInt(30));
            List<AgentFrame> frames = agent.says(record.position(), now);
            frames.subList(0, random.nextInt(frames.size() + 1)).forEach(record::apply);
            record.channelEnded(NotMeasured.UNREACHABLE_FROM_HERE);
        }
        now = RingAgent.START.plus(Duration.ofMinutes(52));
        talk(record, agent);

        assertThat(states(record)).isEqualTo(agent.states());
        assertThat(stored()).isEqualTo(agent.outcomes().stream().sorted().toList());
        assertThat(record.outcomes()).isEqualTo(300);
        assertThat(record.lost()).isZero();
        assertThat(record.restarts().count()).isZero();
        assertThat(record.position()).isEqualTo(new Position("run1", agent.last(now)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void outcomesThatTheAgentKeptInShortAreOrdinaryOnes(long seed) {
        var agent = new RingAgent("run1", "p", "boot", 0, 400, seed);
        SessionRecord record = record();
        passSlots(5);
        talk(record, agent);
        record.channelEnded(NotMeasured.UNREACHABLE_FROM_HERE);
        now = RingAgent.START.plus(Duration.ofMinutes(68));
        agent.forgetAllButOutcomesBefore(agent.last(now) - 20);
        List<AgentFrame> frames = agent.says(record.position(), now);
        // The channel breaks once more while they come.
        frames.subList(0, new Random(seed).nextInt(frames.size())).forEach(record::apply);
        record.channelEnded(NotMeasured.UNREACHABLE_FROM_HERE);
        talk(record, agent);

        assertThat(states(record)).isEqualTo(agent.states());
        assertThat(stored()).isEqualTo(agent.outcomes().stream().sorted().toList());
        assertThat(record.lost()).isZero();
        assertThat(store.lost("run1")).isNotEmpty();
        assertThat(record.position()).isEqualTo(new Position("run1", agent.last(now)));
    }

    @Test
    void theSignOfLifeBeforeABacklogGivesUpNoSlot() {
        var agent = new RingAgent("run1", "p", "boot", 0, 60, 1);
        SessionRecord record = record();
        passSlots(10);
        talk(record, agent);
        record.channelEnded(NotMeasured.UNREACHABLE_FROM_HERE);
        passSlots(70);
        List<AgentFrame> frames = agent.says(record.position(), now);
        frames.subList(0, 2).forEach(record::apply);
        record.apply(agent.beat(now));
        frames.subList(2, frames.size()).forEach(record::apply);
        assertThat(states(record)).isEqualTo(agent.states());
    }

    @Test
    void whatTheStoreHadToLetGoIsFetchedAgainAndShownOnce() {
        OutcomeStore disk = store;
        var full = new AtomicBoolean(true);
        store =
                (OutcomeStore)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {OutcomeStore.class},
                                (_, method, args) -> {
                                    if (full.get() && method.getName().equals("append")) {
                                        return null;
                                    }
                                    try {
                                        return method.invoke(disk, args);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
        var agent = new RingAgent("run1", "p", "boot", 0, 40, 3);
        SessionRecord record = record();
        passSlots(20);
        talk(record, agent);
        assertThat(record.position()).isEqualTo(new Position("run1", 0));
        full.set(false);
        passSlots(30);
        talk(record, agent);
        assertThat(states(record)).isEqualTo(agent.states());
        assertThat(stored()).isEqualTo(agent.outcomes().stream().sorted().toList());
        assertThat(record.outcomes()).isEqualTo(40);
    }

    @Test
    void anAgentThatHadToBeginAnewIsNamed() {
        var first = new RingAgent("run1", "p1", "boot", 0, 20, 1);
        SessionRecord record = record();
        passSlots(30);
        talk(record, first);
        record.channelEnded(NotMeasured.UNREACHABLE_FROM_HERE);
        passSlots(10);
        Instant back = now;
        var second = new RingAgent("run2", "p2", "boot", 400_000, 10, 2);
        passSlots(20);
        talk(record, second);

        assertThat(states(record)).startsWith(first.states()).endsWith(second.states());
        assertThat(holes(record)).containsExactly(NotMeasured.AGENT_LOST);
        var notes = new OwnNotes(printer, record, Pace.ALONE);
        assertThat(notes.statements().getFirst())
                .isEqualTo(Statement.of("note.restarted", 1L, now));
        assertThat(notes.facts())
                .contains(
                        Fact.known("agent.restarts", "1", null),
                        Fact.known("agent.restarted", now.toString(), null));
        assertThat(back).isBefore(now);
    }

    @Test
    void anAgentWhoseLeaseHadPassedIsNoRestart() {
        SessionRecord record = record(Duration.ofSeconds(60));
        passSlots(20);
        talk(record, new RingAgent("run1", "p1", "boot", 0, 10, 1));
        record.channelEnded(NotMeasured.UNREACHABLE_FROM_HERE);
        passSlots(30);
        talk(record, new RingAgent("run2", "p2", "boot", 400_000, 10, 2));
        assertThat(record.restarts().count()).isZero();
        assertThat(holes(record)).containsExactly(NotMeasured.UNREACHABLE_FROM_HERE);
    }

    @Test
    void otherProbesOfTheSameAgentAreNoRestart() {
        SessionRecord record = record();
        passSlots(20);
        talk(record, new RingAgent("run1", "p1", "boot", 0, 10, 1));
        record.channelEnded(NotMeasured.NOT_ASKED);
        passSlots(30);
        talk(record, new RingAgent("run2", "p1", "boot", 400_000, 10, 2));
        assertThat(record.restarts().count()).isZero();
        assertThat(holes(record)).containsExactly(NotMeasured.NOT_ASKED);
    }

    @Test
    void aPiThatWasOffIsNoRestartOfItsAgent() {
        SessionRecord record = record();
        passSlots(20);
        talk(record, new RingAgent("run1", "p1", "boot1", 0, 10, 1));
        record.channelEnded(NotMeasured.UNREACHABLE_FROM_HERE);
        passSlots(30);
        talk(record, new RingAgent("run2", "p2", "boot2", 400_000, 10, 2));
        assertThat(record.restarts().count()).isZero();
        assertThat(holes(record)).containsExactly(NotMeasured.PI_OFF);
    }

    @Test
    void whatFellOutOfTheAgentsMemoryIsCountedAndSaidInWords() {
        var agent = new RingAgent("run1", "p", "boot", 0, 100, 5);
        SessionRecord record = record();
        passSlots(20);
        talk(record, agent);
        record.channelEnded(NotMeasured.UNREACHABLE_FROM_HERE);
        long held = agent.last(now);
        passSlots(90);
        agent.forgetBefore(held + 40);
        talk(record, agent);

        List<Long> lost = agent.outcomes().stream().filter(q -> q > held && q < held + 40).toList();
        assertThat(record.lost()).isEqualTo(lost.size());
        assertThat(states(record)).hasSize(100);
        assertThat(states(record).chars().filter(c -> c == '.').count()).isEqualTo(lost.size());
        assertThat(holes(record)).containsExactly(NotMeasured.AGENT_LOST);
        assertThat(new OwnNotes(printer, record, Pace.ALONE).statements().getFirst())
                .isEqualTo(Statement.of("note.lost", (long) lost.size(), record.lostFailures()));
        assertThat(record.lostFailures()).isPositive();

        // Told again, after the next break, it does not count twice.
        record.channelEnded(NotMeasured.UNREACHABLE_FROM_HERE);
        agent.says(new Position("run1", held), now).forEach(record::apply);
        assertThat(record.lost()).isEqualTo(lost.size());
        store.flush();
        assertThat(store.lost("run1")).hasSize(1);
    }

    @Test
    void closedAndOpenedAgainItShowsWhatWasMeasuredMeanwhile(@TempDir Path folder) {
        store.close();
        store = SqliteHistory.open(folder.resolve("history.db"), clock).store();
        var agent = new RingAgent("run1", "p", "boot", 0, 200, 8);
        SessionRecord before = record();
        passSlots(50);
        talk(before, agent);
        before.finish();
        store.close();

        passSlots(100);
        store = SqliteHistory.open(folder.resolve("history.db"), clock).store();
        SessionRecord after = record();
        store.flush();
        after.recall(store.latest(printer.id()).orElseThrow(), true);
        String recalled = states(after);
        assertThat(recalled).hasSizeGreaterThan(40);
        assertThat(agent.states()).startsWith(recalled.replaceAll("\\.+$", ""));
        Position position = after.position();
        assertThat(position).isNotNull();
        assertThat(position.runId()).isEqualTo("run1");
        assertThat(position.sequence()).isGreaterThan(40);

        passSlots(60);
        talk(after, agent);
        assertThat(states(after)).isEqualTo(agent.states());
        assertThat(stored()).isEqualTo(agent.outcomes().stream().sorted().toList());
        assertThat(after.restarts().count()).isZero();
    }

    @Test
    void closedForLongerThanIsShownItShowsTheNewestOfTheSameRun() {
        var agent = new RingAgent("run1", "p", "boot", 0, 3000, 8);
        SessionRecord before = record();
        passSlots(50);
        talk(before, agent);
        before.finish();
        passSlots(2900);
        SessionRecord after = record();
        store.flush();
        after.recall(store.latest(printer.id()).orElseThrow(), true);
        assertThat(states(after)).isEmpty();
        talk(after, agent);
        assertThat(states(after)).hasSizeBetween(710, 720).doesNotContain(".");
        assertThat(agent.states()).contains(states(after));
        assertThat(stored()).hasSizeGreaterThan(2900).doesNotHaveDuplicates();
    }

    @Test
    void openedAgainAfterThePiRestartedItSaysThatItWasOff() {
        SessionRecord before = record();
        passSlots(20);
        talk(before, new RingAgent("run1", "p", "boot1", 0, 10, 8));
        before.finish();
        SessionRecord after = record();
        store.flush();
        after.recall(store.latest(printer.id()).orElseThrow(), true);
        passSlots(40);
        talk(after, new RingAgent("run2", "p2", "boot2", 400_000, 10, 8));
        assertThat(holes(after)).containsExactly(NotMeasured.PI_OFF);
        assertThat(states(after)).matches("[1X]{10}\\.+[1X]{10}");
    }
}
