package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The board beside the real engine, over the made-up farm. */
@Timeout(60)
class FarmBoardTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @Test
    void theMadeUpFarmLostItsLineAndHasABadAccessPoint() {
        var demo = new SimulatedFarm(CLOCK, System::nanoTime, 2026, 1);
        try (OutcomeStore store = SqliteHistory.inMemory(CLOCK);
                var farm =
                        new Farm(
                                SessionPlan.WATCH,
                                (printer, questions) -> demo.link(printer),
                                store,
                                CLOCK,
                                "test");
                var board = new FarmBoard(farm, CLOCK, Duration.ofMillis(100))) {
            assertThat(board.view()).isEqualTo(FarmView.NONE);
            board.start();
            farm.addAll(demo.printers(), _ -> LinkQuestions.NOBODY);
            await().atMost(Duration.ofSeconds(45))
                    .until(() ->
                            board.view().traits().stream()
                                    .anyMatch(one -> one.trait().equals("access_point")));
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            board.view().shared().stream()
                                    .anyMatch(one ->
                                            one.where() == Layer.INTERNET
                                                    && one.members().size() >= 16));
            FarmView view = board.view();
            assertThat(view.shared()).hasSize(1);
            FarmView.Shared lost = view.shared().getFirst();
            assertThat(lost.lasts()).isFalse();
            assertThat(lost.members()).hasSizeGreaterThanOrEqualTo(16);
            assertThat(lost.explanation())
                    .extracting(one -> one.key())
                    .contains("farm_cause.uplink", "farm_cause.others.gateway");
            assertThat(view.traits().getFirst().value()).isIn("d94b77e10c35", "11");
            assertThat(farm.snapshots())
                    .anyMatch(one -> one.server().figures().state() == PaneState.WATCH);
        }
    }
}
