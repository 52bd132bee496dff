package dev.linkscope.ui.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.engine.farm.FarmBoard;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.SettingsInMemory;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.store.sqlite.SqliteHistory;
import dev.linkscope.ui.FakeReportDesk;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.shell.DrawnWindow;
import dev.linkscope.ui.shell.FarmServices;
import dev.linkscope.ui.shell.PastServices;
import dev.linkscope.ui.shell.Services;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A week of 20 simulated printers in the window, compressed: a day passes in {@code
 * linkscope.week.day} seconds, 90 unless told otherwise, on the clocks of the printers. Pages
 * change all the while. What is kept of a printer fills up in the first day; from the second on
 * nothing may grow.
 */
@Tag("bench")
@ExtendWith(FxToolkit.class)
@Timeout(1_800)
class WeekBench {
    private static final int PRINTERS = 20;
    private static final int DAYS = 7;
    private static final long DAY_SECONDS = Long.getLong("linkscope.week.day", 90);
    private static final double SPEED = (double) Duration.ofDays(1).toSeconds() / DAY_SECONDS;
    private static final double FLAT = 0.10;
    private static final int LOOKS = 30;
    private static final long PAUSE_MILLIS = 700;

    @Test
    void memoryStaysFlat() throws Exception {
        // This computer's clock runs as it does: one that ran on faster would have slept.
        InstantSource clock = InstantSource.system();
        long began = System.nanoTime();
        var simulated = new SimulatedFarm(clock, System::nanoTime, 7, SPEED);
        List<Printer> printers = simulated.printers().subList(0, PRINTERS);
        var report =
                new BenchReport(
                        "A week of 20 simulated printers in the window",
                        "after day",
                        "outcomes",
                        "printers measuring",
                        "heap after GC, MB",
                        "nodes and scenes",
                        "threads");
        var heaps = new long[DAYS];
        try (var farm =
                        new Farm(
                                SessionPlan.watch(new Manners(1_000, false)),
                                (printer, questions) -> simulated.link(printer),
                                SqliteHistory.inMemory(clock),
                                clock,
                                "week");
                var board = new FarmBoard(farm, clock);
                var window = DrawnWindow.of(services(farm, board, clock), "light", null)) {
            board.start();
            farm.addAll(printers, _ -> LinkQuestions.NOBODY);
            window.open(990, 900);
            for (int day = 1; day <= DAYS; day++) {
                walk(window, printers, began + day * DAY_SECONDS * 1_000_000_000L);
                window.farm();
                LiveObjects live = settled();
                heaps[day - 1] = live.heap();
                report.row(
                        day,
                        BenchReport.count(
                                farm.snapshots().stream().mapToLong(one -> one.outcomes()).sum()),
                        farm.snapshots().stream()
                                .filter(one -> one.link() == LinkState.MEASURING)
                                .count(),
                        BenchReport.number(live.heap() / 1e6),
                        BenchReport.count(live.total("javafx.")),
                        live.threads());
            }
        } finally {
            report.write();
        }
        long second = heaps[1];
        assertThat(LongStream.of(heaps).skip(1).boxed())
                .allSatisfy(
                        heap -> assertThat((double) heap / second).isBetween(1 - FLAT, 1 + FLAT));
    }

    /**
     * What stays: the look that finds least. At this speed a thousand times as much is under way at
     * any moment as in real time.
     */
    private static LiveObjects settled() throws Exception {
        LiveObjects least = LiveObjects.now();
        for (int look = 1; look < LOOKS; look++) {
            Thread.sleep(PAUSE_MILLIS);
            LiveObjects next = LiveObjects.now();
            least = next.heap() < least.heap() ? next : least;
        }
        return least;
    }

    private static void walk(DrawnWindow window, List<Printer> printers, long end)
            throws Exception {
        for (int i = 0; System.nanoTime() < end; i++) {
            if (i % 5 == 0) {
                window.farm();
            } else {
                window.printer(printers.get(i % printers.size()).id());
            }
            Thread.sleep(1_000);
        }
    }

    private static Services services(Farm farm, FarmBoard board, InstantSource clock) {
        return new Services(
                farm,
                _ -> WitnessView.NONE,
                new ConnectionTest(
                        (printer, questions) ->
                                (request, progress) -> {
                                    throw new IllegalStateException("nothing is tried here");
                                },
                        _ -> List.of(),
                        OctoPrintDesk.closed(),
                        "week"),
                OctoPrintDesk.closed(),
                new FakeReportDesk(),
                new SettingsInMemory("light", "week"),
                FakeServices.MESSAGES,
                clock,
                List::of,
                FarmServices.NONE.withView(board::view),
                FixDesk.NONE,
                PastServices.NONE,
                _ -> {},
                List::of);
    }
}
