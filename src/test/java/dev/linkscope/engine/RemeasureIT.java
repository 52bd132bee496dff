package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.agent.OwnAgent;
import dev.linkscope.bench.LocalFarm;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A printer whose camera is at another address from now on, with a real agent. */
@Timeout(90)
class RemeasureIT {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOBODY_THERE = "http://127.0.0.1:1/?action=snapshot";

    @TempDir private Path folder;
    private final FaultServer server = new FaultServer();
    private final LocalFarm local =
            new LocalFarm(
                    OwnAgent.newName(),
                    1,
                    server.url("http", ""),
                    NOBODY_THERE,
                    Duration.ofMillis(250));
    private final Printer printer = local.printers().getFirst().withId(PrinterId.random());
    private final AtomicInteger links = new AtomicInteger();
    private StoreOpened opened;
    private Farm farm;

    @AfterEach
    void end() {
        farm.close();
        opened.store().close();
        local.end();
        server.close();
    }

    private SessionSnapshot now() {
        return farm.snapshot(printer.id()).orElseThrow();
    }

    private List<Slot> camera() {
        return now().webcam().trace().slots().filter(Slot::measured).toList();
    }

    @Test
    void theNewAddressIsMeasuredAndWhatWasSeenOfTheOldOneStays() {
        opened = SqliteHistory.open(folder.resolve("history.db"), CLOCK);
        farm = new Farm(LocalFarm.PLAN, (p, _) -> local.link(p), opened.store(), CLOCK, "test");
        farm.add(printer, LinkQuestions.NOBODY);
        await().atMost(PATIENCE)
                .until(() -> camera().size() >= 4 && camera().stream().allMatch(Slot::failed));
        long failed = camera().size();
        int asked = now().server().figures().attempts();

        Printer moved =
                printer.configured(
                        printer.server(), new TargetUrl(server.url("camera", "/snapshot")));
        farm.remeasure(moved, LinkQuestions.NOBODY);
        farm.remeasure(moved, LinkQuestions.NOBODY);

        await().atMost(PATIENCE)
                .until(() -> camera().stream().filter(slot -> !slot.failed()).count() >= 4);
        assertThat(now().printer()).isEqualTo(moved);
        assertThat(camera().stream().filter(Slot::failed).count()).isGreaterThanOrEqualTo(failed);
        assertThat(camera().getLast().failed()).isFalse();
        assertThat(now().server().figures().attempts()).isGreaterThan(asked);
        assertThat(farm.snapshots()).hasSize(1);
        assertThat(local.agents()).as("the same agent goes on").hasSize(1);
    }

    /** Links that are counted; with a resolver of the user's another probe changes too. */
    private AgentLink counted(Printer whose) {
        AgentLink link = local.link(whose);
        return (request, progress) -> {
            links.incrementAndGet();
            boolean resolvers =
                    request.probes().stream().anyMatch(probe -> !probe.resolvers().isEmpty());
            // What leaves this computer is not asked for here, so that nothing would differ.
            return link.open(
                    new AgentRequest(
                            request.subscription(),
                            request.instance(),
                            request.lease(),
                            request.from(),
                            request.probes().stream()
                                    .map(probe ->
                                            resolvers && probe.target().equals("plugin")
                                                    ? probe.withEvery(2, null)
                                                    : probe)
                                    .toList()),
                    progress);
        };
    }

    @Test
    void otherResolversAndLimitsAreTakenUpByTheSameAgent() {
        opened = SqliteHistory.open(folder.resolve("history.db"), CLOCK);
        farm = new Farm(LocalFarm.PLAN, (p, _) -> counted(p), opened.store(), CLOCK, "test");
        Printer named =
                printer.configured(
                        new TargetUrl(server.url("http", "").replace("127.0.0.1", "localhost")),
                        new TargetUrl(NOBODY_THERE));
        farm.add(named, LinkQuestions.NOBODY);
        await().atMost(PATIENCE).until(() -> now().server().figures().attempts() >= 8);
        assertThat(links).hasValue(1);

        var limits = new Limits(0.001, 0.001);
        farm.replan(SessionPlan.watch(LocalFarm.PLAN.manners(), limits));
        farm.replan(SessionPlan.watch(LocalFarm.PLAN.manners(), limits));
        await().atMost(PATIENCE)
                .until(() -> now().server().figures().limits().takeAction() == 0.001);
        assertThat(links).as("nobody is asked anew for limits").hasValue(1);

        int asked = now().server().figures().attempts();
        var manners = new Manners(1_000, false, Manners.REFERENCES, List.of("127.0.0.1"));
        farm.replan(SessionPlan.watch(manners, limits));
        farm.replan(SessionPlan.watch(manners, limits));
        await().atMost(PATIENCE).until(() -> now().server().figures().attempts() >= asked + 20);
        assertThat(links).hasValue(2);
        assertThat(local.agents()).as("the same agent goes on").hasSize(1);
        opened.store().flush();
        List<OutcomeStore.RecordedRun> runs =
                opened.store()
                        .read(
                                printer.id(),
                                "server",
                                CLOCK.instant().minusSeconds(600),
                                CLOCK.instant().plusSeconds(60));
        assertThat(runs).hasSize(2);
        List<Long> starts =
                runs.stream()
                        .flatMap(run -> run.outcomes().stream())
                        .map(Outcome::startMillis)
                        .toList();
        assertThat(starts).as("no outcome twice").doesNotHaveDuplicates();
        assertThat(starts).isSorted();
        assertThat(starts.size()).as("none is lost").isGreaterThanOrEqualTo(asked + 20);
    }

    @Test
    void anotherCadenceLeavesTheHistoryRight() {
        opened = SqliteHistory.open(folder.resolve("history.db"), CLOCK);
        farm = new Farm(LocalFarm.PLAN, (p, _) -> local.link(p), opened.store(), CLOCK, "test");
        farm.add(printer, LinkQuestions.NOBODY);
        await().atMost(PATIENCE).until(() -> now().server().figures().attempts() >= 6);
        int asked = now().server().figures().attempts();

        Printer slower = printer.withCadence(Duration.ofMillis(500));
        farm.remeasure(slower, LinkQuestions.NOBODY);
        await().atMost(PATIENCE).until(() -> now().server().figures().attempts() >= asked + 6);
        List<Duration> cadences =
                now().server().trace().segments().stream().map(Segment::cadence).toList();
        assertThat(cadences).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
        Slot previous = null;
        for (Slot slot : now().server().trace().slots().toList()) {
            assertThat(previous == null || slot.scheduled().isAfter(previous.scheduled())).isTrue();
            previous = slot;
        }
        assertThat(now().server().figures().errors()).isZero();
        assertThat(now().server().figures().timeDown()).isZero();
    }
}
