package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real engine over the simulated farm. */
@Timeout(60)
class FarmTest {
    private static final InstantSource CLOCK = InstantSource.system();

    private final SimulatedFarm demo = new SimulatedFarm(CLOCK, System::nanoTime, 2026, 1);
    private final OutcomeStore store = SqliteHistory.inMemory(CLOCK);
    private final Farm farm =
            new Farm(
                    SessionPlan.WATCH,
                    (printer, questions) -> demo.link(printer),
                    store,
                    CLOCK,
                    "test");

    @AfterEach
    void close() {
        farm.close();
        store.close();
    }

    private Printer add(String scenario) {
        Printer printer =
                demo.printers().stream()
                        .filter(candidate -> candidate.target().display().endsWith(scenario))
                        .findFirst()
                        .orElseThrow();
        farm.add(printer, LinkQuestions.NOBODY);
        return printer;
    }

    private SessionSnapshot awaitHistory(PrinterId id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shown(id).server().figures().attempts() >= 715);
        return shown(id);
    }

    private SessionSnapshot shown(PrinterId id) {
        return farm.snapshot(id).orElseThrow();
    }

    @Test
    void anotherPlanIsFollowedByPrintersOfNowAndLater() {
        Printer first = add("weak-wifi");
        awaitHistory(first.id());
        int attempts = shown(first.id()).server().figures().attempts();
        long before = farm.revision();
        farm.replan(SessionPlan.WATCH);
        assertThat(farm.revision() - before).as("the session's own changes alone").isLessThan(20);

        var strict = new Limits(0.001, 0.002);
        var manners = new Manners(1, true, List.of("192.0.2.1:443"), List.of("192.0.2.53"));
        farm.replan(SessionPlan.watch(manners, strict));
        await().until(() -> shown(first.id()).server().figures().limits().watch() == 0.001);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(20))
                .until(() -> shown(first.id()).server().figures().attempts() >= attempts);
        Instant last = Instant.MIN;
        for (Slot slot : shown(first.id()).server().trace().slots().toList()) {
            assertThat(slot.scheduled()).as("no slot twice").isAfter(last);
            last = slot.scheduled();
        }

        Printer healthy = add("healthy");
        awaitHistory(healthy.id());
        assertThat(shown(healthy.id()).server().figures().limits().watch()).isEqualTo(0.001);
    }

    @Test
    void showsTwoHoursOfHistoryWithItsPattern() {
        Printer printer = add("weak-wifi");
        awaitHistory(printer.id());
        // Judged in the background, and shown once that is done.
        await().until(
                        () -> shown(printer.id()).server().figures().pattern().kind(),
                        PatternKind.BURSTS::equals);
        SessionSnapshot snapshot = shown(printer.id());
        assertThat(snapshot.server().figures().state()).isEqualTo(PaneState.TAKE_ACTION);
        assertThat(snapshot.findings()).isNotEmpty();
        assertThat(snapshot.server().curve()).isNotEmpty();
        assertThat(snapshot.server().trace().slots().count()).isLessThanOrEqualTo(720);
    }

    @Test
    void neverStoresWhatIsMadeUp() {
        Printer printer = add("healthy");
        awaitHistory(printer.id());
        store.flush();
        assertThat(
                        store.read(
                                printer.id(),
                                ProbePlan.SERVER,
                                Instant.EPOCH,
                                Instant.parse("2100-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void oneUnreachablePrinterLeavesTheOthersAlone() {
        Printer lost = add("unreachable");
        Printer good = add("frozen-camera");
        awaitHistory(good.id());
        await().until(() -> shown(lost.id()).link() == LinkState.WAITING);
        assertThat(shown(lost.id()).failure()).isNotNull();
        assertThat(farm.snapshots())
                .extracting(SessionSnapshot::printer)
                .containsExactly(lost, good);
    }

    @Test
    void labelsChangeAtOnceAndStayWithoutANewSession() {
        Printer lost = add("unreachable");
        await().until(() -> shown(lost.id()).link() == LinkState.WAITING);
        long before = farm.revision();
        long shownBefore = shown(lost.id()).revision();
        var labels = new Labels("Cellar", List.of("old"));

        farm.relabel(lost.id(), labels);

        assertThat(shown(lost.id()).printer()).isEqualTo(lost.withLabels(labels));
        assertThat(shown(lost.id()).revision()).isGreaterThan(shownBefore);
        assertThat(farm.revision()).isGreaterThan(before);
        farm.retry(lost.id(), LinkQuestions.NOBODY);
        long relabelled = shown(lost.id()).revision();
        await().until(() -> shown(lost.id()).revision() > relabelled);
        assertThat(shown(lost.id()).printer().labels()).isEqualTo(labels);
    }

    @Test
    void theRevisionGrowsWithEveryChangeAndAPrinterIsAddedOnce() {
        long before = farm.revision();
        Printer printer = add("healthy");
        farm.add(printer, LinkQuestions.NOBODY);
        assertThat(farm.snapshots()).hasSize(1);
        assertThat(farm.revision()).isGreaterThan(before);
        farm.remove(printer.id());
        assertThat(farm.snapshots()).isEqualTo(List.of());
    }
}
