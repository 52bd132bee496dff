package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two hundred printers of which many, or all, cannot be reached for a while. */
@Timeout(120)
class FarmOutageTest {
    private static final int FARM = 200;
    private static final Duration OUTAGE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());
    private final AgentsBehindANetwork net = new AgentsBehindANetwork(clock);
    private final List<Printer> printers =
            IntStream.range(0, FARM).mapToObj(this::printer).toList();
    private final OutcomeStore store = SqliteHistory.inMemory(clock);
    private final Farm farm =
            new Farm(
                    SessionPlan.watch(new Manners(10_000, false)),
                    (printer, _) -> net.link(printer),
                    store,
                    clock,
                    "test");

    private Printer printer(int number) {
        return new Printer(
                new PrinterId(new UUID(3, number)),
                "printer-" + number,
                new Target.Ssh("pi-" + number, null, null, null),
                new TargetUrl("http://127.0.0.1:9"),
                null,
                AgentsBehindANetwork.CADENCE);
    }

    @BeforeEach
    void connect() {
        farm.addAll(printers, _ -> LinkQuestions.NOBODY);
        await().atMost(PATIENCE).until(() -> count(printers, LinkState.MEASURING) == FARM);
        assertThat(net.attempts()).hasSize(FARM).doesNotHaveDuplicates();
        // Each agent has shown that it lives.
        await().atMost(PATIENCE)
                .until(() ->
                        farm.snapshots().stream()
                                .allMatch(one -> one.server().figures().attempts() > 0));
    }

    @AfterEach
    void close() {
        farm.close();
        store.close();
    }

    private long count(List<Printer> which, LinkState state) {
        return which.stream().filter(one -> shown(one).link() == state).count();
    }

    private SessionSnapshot shown(Printer printer) {
        return farm.snapshot(printer.id()).orElseThrow();
    }

    private void awaitLoss(List<Printer> gone) {
        await().atMost(PATIENCE).until(() -> count(gone, LinkState.MEASURING) == 0);
    }

    private void awaitReturn() {
        await().atMost(PATIENCE).until(() -> count(printers, LinkState.MEASURING) == FARM);
    }

    /** The rings had it all: neither a hole nor a failure is left. */
    private void assertNothingInvented() {
        for (Printer printer : printers) {
            await().atMost(PATIENCE)
                    .until(() -> shown(printer).server().trace().slots().allMatch(Slot::measured));
            assertThat(shown(printer).server().figures().errors()).isZero();
            assertThat(shown(printer).lost()).isZero();
        }
    }

    @Test
    void halfTheFarmIsUnpluggedAndBack() throws Exception {
        List<Printer> gone = printers.subList(0, FARM / 2);
        List<Printer> there = printers.subList(FARM / 2, FARM);
        net.cut(gone);
        awaitLoss(gone);
        Thread.sleep(OUTAGE);

        assertThat(count(there, LinkState.MEASURING)).isEqualTo(there.size());
        for (Printer printer : gone) {
            assertThat(shown(printer).failure()).isNotNull();
            assertThat(shown(printer).server().trace().slots().filter(slot -> !slot.measured()))
                    .allMatch(slot -> slot.reason() == NotMeasured.UNREACHABLE_FROM_HERE);
        }
        // Four a second look, for three seconds and what it took to notice.
        assertThat(net.attempts()).hasSizeLessThan(25);

        net.mend();
        awaitReturn();
        assertThat(net.attempts()).hasSizeLessThan(gone.size() + 25);
        assertNothingInvented();
    }

    @Test
    void allAreAwayWhileThisComputerHasNoNetwork() throws Exception {
        net.cut(printers);
        awaitLoss(printers);
        Thread.sleep(OUTAGE);
        assertThat(net.attempts()).as("while nothing answers").hasSizeLessThan(25);

        net.mend();
        long mended = System.nanoTime();
        awaitReturn();
        Duration took = Duration.ofNanos(System.nanoTime() - mended);
        // One login each, and what was under way when the network came back.
        assertThat(net.attempts()).hasSizeBetween(FARM - 8, FARM + 8);
        assertThat(net.mostAtOnce()).isLessThanOrEqualTo(LoginGate.AT_ONCE);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertNothingInvented();
    }

    @Test
    void afterThisComputerSleptEachLogsInOnceAgain() {
        ahead.set(Duration.ofHours(1));
        var back = new ArrayList<String>();
        await().atMost(PATIENCE)
                .until(() -> {
                    back.addAll(net.attempts());
                    return back.size() >= FARM && count(printers, LinkState.MEASURING) == FARM;
                });
        assertThat(back).hasSize(FARM).doesNotHaveDuplicates();
        assertThat(net.mostAtOnce()).isLessThanOrEqualTo(LoginGate.AT_ONCE);
        farm.snapshots()
                .forEach(snapshot -> assertThat(snapshot.server().figures().errors()).isZero());
    }
}
