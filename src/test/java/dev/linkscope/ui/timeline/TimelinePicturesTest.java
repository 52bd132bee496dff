package dev.linkscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.shell.OffscreenPictures;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures of the lanes, and what drawing them costs. */
@ExtendWith(FxToolkit.class)
@Timeout(90)
class TimelinePicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration DAY = Duration.ofHours(24);
    private static final Instant MORNING = FakeSnapshots.NOW.minus(Duration.ofHours(5));
    private static final int FRAMES = 80;
    private static final double MOST_MILLIS = 5;

    private final FakeTimelines past = new FakeTimelines();
    private final Printer printer = FakeSnapshots.printer("Prusa-07");

    private PageTimeline lanes(Timelines timelines) {
        var book = new MemoryBook();
        book.size = new HistorySize(1, 2, FakeSnapshots.NOW.minus(DAY.multipliedBy(2)), null);
        return new PageTimeline(
                new TimelineSource(timelines, book, new Background(FxExecutor.FX)),
                FakeServices.WORDING,
                LaneActions.NONE);
    }

    private static VBox laidOut(PageTimeline lanes) {
        var panes = new HBox(12, lanes.server(), lanes.webcam());
        for (VBox pane : List.of(lanes.server(), lanes.webcam())) {
            pane.setPrefWidth(2000);
            pane.getStyleClass().addAll("card", "pane");
        }
        var page = new VBox(lanes.bar(), panes, lanes.pi());
        page.getStyleClass().addAll("app-root", "printer-page");
        return page;
    }

    @Test
    void drawsADayInBothThemesAndSizes() throws Exception {
        Files.createDirectories(FOLDER);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int width : new int[] {1000, 1640}) {
                draw(theme, width);
            }
        }
    }

    private void draw(Theme theme, int width) throws Exception {
        PageTimeline lanes =
                FxToolkit.onFx(() -> {
                    theme.apply();
                    PageTimeline made = lanes(past);
                    made.show(
                            FakeSnapshots.bursts(printer, 7), FakeSnapshots.NOW, FakeSnapshots.NOW);
                    return made;
                });
        waitFor(() -> lanes.view().whole().length().compareTo(DAY) > 0);
        FxToolkit.onFx(() -> lanes.view().showLast(DAY));
        waitFor(() -> lanes.server().at(MORNING).contains("error rate"));
        BufferedImage picture =
                FxToolkit.onFx(() -> {
                    VBox page = laidOut(lanes);
                    var scene = new Scene(page, width, 760);
                    Theme.dress(scene);
                    lanes.view()
                            .mark(
                                    new Span(
                                            FakeSnapshots.NOW.minus(Duration.ofHours(9)),
                                            FakeSnapshots.NOW.minus(Duration.ofHours(7))));
                    for (int round = 0; round < 3; round++) {
                        page.applyCss();
                        page.layout();
                        lanes.drawNow();
                        lanes.view().point(MORNING);
                    }
                    return OffscreenPictures.copy(scene.snapshot(null));
                });
        String name = "timeline-day-" + theme.storedName() + "-" + width + ".png";
        assertThat(ImageIO.write(picture, "png", FOLDER.resolve(name).toFile())).isTrue();
        assertThat(colours(picture)).isGreaterThan(40);
    }

    private static void waitFor(Callable<Boolean> condition) {
        UiWindow.await().until(() -> FxToolkit.onFx(condition));
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight() / 3)
                .map(i -> image.getRGB(i * 3 % image.getWidth(), i * 3 / image.getWidth()))
                .distinct()
                .count();
    }

    /** Processor time of the window's thread from the change to the end of its frame. */
    @Test
    void aDayIsDrawnInLessThanFiveMilliseconds() throws Exception {
        PageTimeline lanes =
                FxToolkit.onFx(() -> {
                    Theme.LIGHT.apply();
                    return lanes(past);
                });
        SessionSnapshot snapshot = FakeSnapshots.bursts(printer, 7);
        var frames = new ArrayList<Double>();
        var done = new CountDownLatch(FRAMES);
        Stage stage =
                FxToolkit.onFx(() -> {
                    var shown = new Stage();
                    var scroll = new ScrollPane(laidOut(lanes));
                    scroll.setFitToWidth(true);
                    var scene = new Scene(scroll, 980, 900);
                    Theme.dress(scene);
                    shown.setScene(scene);
                    shown.show();
                    lanes.show(snapshot, FakeSnapshots.NOW, FakeSnapshots.NOW);
                    return shown;
                });
        waitFor(() -> lanes.view().whole().length().compareTo(DAY) > 0);
        FxToolkit.onFx(() -> lanes.view().showLast(DAY));
        waitFor(() -> lanes.server().at(MORNING).contains("error rate"));
        long[] began = {0};
        FxToolkit.onFx(() -> {
            stage.getScene()
                    .addPreLayoutPulseListener(() -> {
                        began[0] = THREADS.getCurrentThreadCpuTime();
                        lanes.view().pan(done.getCount() % 2 == 0 ? -0.01 : 0.01);
                    });
            stage.getScene()
                    .addPostLayoutPulseListener(() -> {
                        frames.add((THREADS.getCurrentThreadCpuTime() - began[0]) / 1e6);
                        done.countDown();
                        Platform.requestNextPulse();
                    });
            Platform.requestNextPulse();
        });
        boolean drawn = done.await(60, TimeUnit.SECONDS);
        FxToolkit.onFx(stage::close);
        assertThat(drawn).as("all frames").isTrue();
        List<Double> warm = frames.stream().skip(frames.size() / 2).sorted().toList();
        double median = warm.get(warm.size() / 2);
        assertThat(median)
                .as("median, with %.2f ms at 95 %%", warm.get(warm.size() * 95 / 100))
                .isLessThan(MOST_MILLIS);
    }
}
