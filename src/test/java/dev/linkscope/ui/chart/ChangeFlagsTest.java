package dev.linkscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.control.ErrorTimeline;
import java.time.Instant;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Flags of changes stand where the changes were made. */
@ExtendWith(FxToolkit.class)
@Timeout(30)
class ChangeFlagsTest {
    private static final Instant FROM = FakeSnapshots.NOW.minusSeconds(7200);
    private static final Instant TO = FakeSnapshots.NOW;
    private static final int WIDTH = 500;

    @BeforeAll
    static void light() throws Exception {
        FxToolkit.onFx(Theme.LIGHT::apply);
    }

    @Test
    void aFlagStandsOnTheTimelineAndNotOutsideIt() throws Exception {
        List<ChangeFlag> flags =
                List.of(
                        new ChangeFlag(FROM.plusSeconds(3600), ChangeFlag.Kind.CHANGE),
                        new ChangeFlag(FROM.minusSeconds(60), ChangeFlag.Kind.NOTE),
                        new ChangeFlag(TO.plusSeconds(60), ChangeFlag.Kind.UNDOING));
        WritableImage image =
                FxToolkit.onFx(() -> {
                    var strip = new ErrorTimeline();
                    strip.showFlags(flags, FROM, TO);
                    var scene = new Scene(new StackPane(strip), WIDTH, 40);
                    Theme.dress(scene);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return scene.snapshot(null);
                });
        assertThat(dark(image, 248, 252)).as("pole").isGreaterThan(30);
        assertThat(dark(image, 253, 260)).as("flag").isGreaterThan(5);
        assertThat(dark(image, 0, 240) + dark(image, 270, WIDTH)).isZero();
    }

    @Test
    void aFlagStandsInTheChart() throws Exception {
        WritableImage image =
                FxToolkit.onFx(() -> {
                    var chart = new RateChart(FakeServices.MESSAGES);
                    chart.show(
                            new FakePane(1, 720).scattered(0.05).snapshot("a", TO).curve(),
                            FROM,
                            TO);
                    chart.showFlags(
                            List.of(
                                    new ChangeFlag(
                                            FROM.plusSeconds(3600), ChangeFlag.Kind.UNDOING)));
                    var scene = new Scene(new StackPane(chart), WIDTH, 300);
                    Theme.dress(scene);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    chart.drawNow();
                    return scene.snapshot(null);
                });
        double middle =
                RateChart.LEFT_ROOM + (WIDTH - RateChart.LEFT_ROOM - RateChart.RIGHT_ROOM) / 2;
        assertThat(dark(image, (int) middle - 4, (int) middle + 4)).isGreaterThan(60);
    }

    /** Nearly black pixels, as flags are; labels below the plot left out. */
    private static int dark(WritableImage image, int fromX, int toX) {
        int dark = 0;
        for (int y = 0; y < Math.min(image.getHeight(), 260); y++) {
            for (int x = fromX; x < toX; x++) {
                Color colour = image.getPixelReader().getColor(x, y);
                if (colour.getBrightness() < 0.5 && colour.getSaturation() < 0.4) {
                    dark++;
                }
            }
        }
        return dark;
    }
}
