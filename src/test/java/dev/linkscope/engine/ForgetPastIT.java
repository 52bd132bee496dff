package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.agent.OwnAgent;
import dev.linkscope.bench.LocalFarm;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A printer whose past is forgotten while it is measured, with a real agent. */
@Timeout(90)
class ForgetPastIT {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private final FaultServer server = new FaultServer();
    private final LocalFarm local =
            new LocalFarm(
                    OwnAgent.newName(),
                    1,
                    server.url("http", ""),
                    "http://127.0.0.1:1/?action=snapshot",
                    Duration.ofMillis(250));
    private final Printer printer = local.printers().getFirst().withId(PrinterId.random());
    private StoreOpened opened;
    private Farm farm;

    @BeforeEach
    void measure() {
        opened = SqliteHistory.open(folder.resolve("history.db"), CLOCK);
        farm = new Farm(LocalFarm.PLAN, (p, _) -> local.link(p), opened.store(), CLOCK, "test");
        farm.add(printer, LinkQuestions.NOBODY);
        await().atMost(PATIENCE).until(() -> slots().size() >= 12);
    }

    @AfterEach
    void end() {
        farm.close();
        opened.store().close();
        local.end();
        server.close();
    }

    private List<Slot> slots() {
        return farm.snapshot(printer.id()).orElseThrow().server().trace().slots().toList();
    }

    private List<RecordedRun> kept() {
        opened.store().flush();
        return opened.store().read(printer.id(), "server", Instant.MIN, Instant.MAX);
    }

    @Test
    void itIsMeasuredAnewAndNothingOfBeforeComesBack() throws Exception {
        assertThat(kept()).isNotEmpty();
        Instant asked = CLOCK.instant();
        var gone = new CompletableFuture<Boolean>();
        farm.forgetPast(printer.id(), LinkQuestions.NOBODY, gone::complete);

        assertThat(slots()).as("nothing of it is shown any more").isEmpty();
        assertThat(gone.get(30, TimeUnit.SECONDS)).isTrue();
        await().atMost(PATIENCE).until(() -> slots().stream().filter(Slot::measured).count() >= 4);
        assertThat(slots().getFirst().scheduled()).isAfter(asked);
        assertThat(kept()).hasSize(1);
        assertThat(farm.snapshots()).hasSize(1);
        assertThat(local.agents()).hasSize(1);
    }

    @Test
    void itIsGoneEvenIfLinkscopeIsClosedAtOnce() {
        var gone = new CompletableFuture<Boolean>();
        farm.forgetPast(printer.id(), LinkQuestions.NOBODY, gone::complete);
        farm.close();
        assertThat(gone).isCompletedWithValue(true);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whoIsNotWatchedHasNoPastToForget() {
        var gone = new CompletableFuture<Boolean>();
        farm.forgetPast(PrinterId.random(), LinkQuestions.NOBODY, gone::complete);
        assertThat(gone).isCompletedWithValue(false);
        assertThat(kept()).isNotEmpty();
    }
}
