package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.agent.OwnAgent;
import dev.linkscope.bench.LocalFarm;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
}
