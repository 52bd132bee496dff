package dev.linkscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
@Timeout(30)
class RateChartTest {
    private static final Instant FROM = FakeSnapshots.NOW.minusSeconds(7200);
    private static final Instant TO = FakeSnapshots.NOW;

    @BeforeAll
    static void light() throws Exception {
        FxToolkit.onFx(Theme.LIGHT::apply);
    }

    @Test
    void writingRightAfterTheChartEntersASceneDoesNotFreeze() throws Exception {
        FxToolkit.onFx(() -> {
            var chart = chart();
            new Scene(new StackPane(chart), 500, 300);
            chart.show(curve(1), FROM, TO);
        });
    }

    @Test
    void writingAgainAfterTheChartCameBackIntoASceneDoesNotFreeze() throws Exception {
        Stage stage = FxToolkit.onFx(() -> new Stage());
        FxToolkit.onFx(() -> {
            var chart = chart();
            var home = new StackPane(chart);
            stage.setScene(new Scene(home, 500, 300));
            stage.show();
            home.getChildren().clear();
            chart.show(curve(1), FROM, TO);
            home.getChildren().add(chart);
            chart.show(curve(2), FROM, TO);
        });
        waitForPulses(3);
        FxToolkit.onFx(() -> stage.close());
    }

    @Test
    void drawsWithoutEverBeingShown() throws Exception {
        WritableImage image = picture(curve(1));
        assertThat(ink(image, 0, image.getWidth())).isGreaterThan(200);
    }

    @Test
    void leavesAGapWhereNothingWasMeasured() throws Exception {
        List<RatePoint> points = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            double rate = i > 40 && i < 60 ? Double.NaN : 0.1;
            points.add(new RatePoint(FROM.plusSeconds(i * 72L), rate, rate / 2, rate * 2));
        }
        WritableImage image = picture(points);
        double plot = image.getWidth() - RateChart.LEFT_ROOM - RateChart.RIGHT_ROOM;
        double gapFrom = RateChart.LEFT_ROOM + plot * 0.43;
        double gapTo = RateChart.LEFT_ROOM + plot * 0.57;
        assertThat(ink(image, gapFrom, gapTo)).isZero();
        assertThat(ink(image, RateChart.LEFT_ROOM, gapFrom)).isGreaterThan(50);
    }

    @Test
    void bandsMeetWhereTheUserWantsThem() throws Exception {
        WritableImage usual = picture(List.of());
        WritableImage other = picture(List.of(), 0.10, 0.15);
        int differs = 0;
        for (int y = 0; y < usual.getHeight(); y++) {
            int x = (int) usual.getWidth() / 2;
            boolean same =
                    usual.getPixelReader().getArgb(x, y) == other.getPixelReader().getArgb(x, y);
            differs += same ? 0 : 1;
        }
        assertThat(differs).as("rows in another band").isGreaterThan(40);
    }

    private static WritableImage picture(List<RatePoint> points) throws Exception {
        return picture(points, 0.05, 0.20);
    }

    private static WritableImage picture(List<RatePoint> points, double watch, double action)
            throws Exception {
        return FxToolkit.onFx(() -> {
            var chart = chart();
            chart.limits(watch, action);
            chart.show(points, FROM, TO);
            var scene = new Scene(new StackPane(chart), 500, 300);
            Theme.dress(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            chart.drawNow();
            return scene.snapshot(null);
        });
    }

    /** Pixels in the colour of the curve, axis labels left out. */
    private static int ink(WritableImage image, double fromX, double toX) {
        int ink = 0;
        for (int y = 0; y < image.getHeight() - 25; y++) {
            for (int x = (int) fromX; x < toX; x++) {
                Color colour = image.getPixelReader().getColor(x, y);
                if (colour.getBlue() - colour.getRed() > 0.5) {
                    ink++;
                }
            }
        }
        return ink;
    }

    private static void waitForPulses(int count) throws Exception {
        var pulses = new CountDownLatch(count);
        var timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        pulses.countDown();
                    }
                };
        FxToolkit.onFx(timer::start);
        assertThat(pulses.await(10, TimeUnit.SECONDS)).as("pulses").isTrue();
        FxToolkit.onFx(timer::stop);
    }

    private static RateChart chart() {
        return new RateChart(FakeServices.MESSAGES);
    }

    private static List<RatePoint> curve(long seed) {
        return new FakePane(seed, 720).bursts(25, 7).snapshot("a", TO).curve();
    }
}
