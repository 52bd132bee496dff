package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FxToolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page of a farm of 1,000 printers while table and chart are scrolled in every pulse and 200
 * printers a second say something new. A frame is everything that the window's thread did since the
 * frame before, in processor time; the first half is left to the compiler.
 */
@Tag("bench")
@ExtendWith(FxToolkit.class)
class FarmPageBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PRINTERS = 1000;
    private static final int CHANGES_A_SECOND = 200;
    private static final long RUN_MILLIS = 20_000;
    private static final double FRAME_MILLIS = 16;
    private static final double HEAP_MB = 600;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(180)
    void aThousandPrintersScrollSmoothly(boolean cards) throws Exception {
        var farm = new FakeBigFarm(PRINTERS);
        FakeServices fakes = farm.services();
        fakes.settings.save(fakes.settings.load().withFarmLook(new FarmLook(cards, List.of())));
        var frames = new ArrayList<Double>();
        Stage stage =
                FxToolkit.onFx(() -> {
                    var shown = new Stage();
                    new Shell(fakes.services(), fakes.settings.load()).show(shown);
                    shown.setX(0);
                    shown.setY(0);
                    shown.setWidth(990);
                    shown.setHeight(940);
                    return shown;
                });
        var scrolling = FxToolkit.onFx(() -> new Scrolling(stage.getScene(), frames));
        FxToolkit.onFx(scrolling::start);
        List<SessionSnapshot> printers = farm.printers();
        long end = System.nanoTime() + RUN_MILLIS * 1_000_000;
        for (int i = 0; System.nanoTime() < end; i++) {
            // A new revision of a printer; every tenth with other figures.
            SessionSnapshot next = printers.get(i * 7 % printers.size());
            fakes.farm.put(i % 10 == 0 ? FakeBigFarm.worse(next) : next);
            Thread.sleep(1000 / CHANGES_A_SECOND);
        }
        FxToolkit.onFx(scrolling::stop);
        System.gc();
        double heap =
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
        FxToolkit.onFx(stage::close);

        List<Double> sorted =
                List.copyOf(frames).stream().skip(frames.size() / 2).sorted().toList();
        double p95 = sorted.get((int) (sorted.size() * 0.95));
        var report =
                new BenchReport(
                        "Frames of the page of a farm, 1,000 printers, scrolled, as "
                                + (cards ? "cards" : "a table"),
                        "frames",
                        "median, CPU ms",
                        "95 %",
                        "99 %",
                        "longest",
                        "wanted, 95 %",
                        "heap, MB",
                        "wanted");
        report.row(
                sorted.size(),
                BenchReport.number(sorted.get(sorted.size() / 2)),
                BenchReport.number(p95),
                BenchReport.number(sorted.get((int) (sorted.size() * 0.99))),
                BenchReport.number(sorted.getLast()),
                "< " + FRAME_MILLIS,
                BenchReport.number(heap),
                "< " + HEAP_MB);
        report.write();
        assertThat(p95).isLessThan(FRAME_MILLIS);
        assertThat(heap).isLessThan(HEAP_MB);
    }

    /** Scrolls in every pulse, and notes what the window's thread took from frame to frame. */
    private static final class Scrolling extends AnimationTimer {
        private final Scene scene;
        private final List<Double> frames;
        private final Runnable onFrame = this::note;
        private long before = THREADS.getCurrentThreadCpuTime();
        private int step;

        Scrolling(Scene scene, List<Double> frames) {
            this.scene = scene;
            this.frames = frames;
            scene.addPostLayoutPulseListener(onFrame);
        }

        private void note() {
            long now = THREADS.getCurrentThreadCpuTime();
            frames.add((now - before) / 1e6);
            before = now;
        }

        @Override
        public void handle(long now) {
            step++;
            if (scene.lookup("#farm-table") instanceof TableView<?> table && table.isVisible()) {
                table.scrollTo(step % Math.max(1, table.getItems().size()));
            }
            if (scene.lookup("#farm-cards") instanceof ListView<?> list && list.isVisible()) {
                list.scrollTo(step / 2 % Math.max(1, list.getItems().size()));
            }
            if (scene.lookup("#outages .scroll-bar") instanceof ScrollBar bar) {
                bar.setValue(step % Math.max(1, bar.getMax()));
            }
        }

        @Override
        public void stop() {
            super.stop();
            scene.removePostLayoutPulseListener(onFrame);
        }
    }
}
