package dev.linkscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Watch;
import dev.linkscope.bench.result.Growth;
import dev.linkscope.bench.result.Peer;
import dev.linkscope.bench.result.Ratio;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Frames of the rate's chart beside JavaFX's own LineChart: the same points, in every pulse another
 * part of them. Linkscope's also draws the interval around the rate and the bands of judgement, the
 * other one the line alone. The processor time of the window's thread counts, and that of the whole
 * process, since the two leave different parts to the thread that renders.
 */
@Tag("bench")
@Timeout(300)
@ExtendWith(FxToolkit.class)
class ChartFramesBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int[] POINTS = {720, 2_160, 4_320, 8_640};

    /** Points of a year at the usual cadence. */
    private static final int FARTHEST = 3_153_600;

    private static final int CADENCE_SECONDS = 10;
    private static final int FRAMES = 200;
    private static final String PEER = "JavaFX LineChart";

    /** A chart that can show a part of its points. */
    private interface Contender {
        /** What is shown. */
        Parent node();

        /** Shows all from a share of the whole span on, to its end. */
        void showFrom(double share);
    }

    /** What a frame took, the median of the window's thread and the mean of the process. */
    private record Frame(double threadMillis, double processMillis) {}

    @Test
    void beside() throws Exception {
        var report =
                new BenchReport(
                        "Frames of a chart, another part in each",
                        "who",
                        "points",
                        "window's thread, CPU ms",
                        "process, CPU ms");
        BenchRun.CURRENT.add(new Peer(PEER, System.getProperty("javafx.runtime.version")));
        var growth = new ArrayList<Growth.Point>();
        var ratios = new ArrayList<Ratio>();
        // The compiler comes first.
        measure(new Own(points(POINTS[0])));
        measure(new JavaFxChart(points(POINTS[0])));
        for (int count : POINTS) {
            List<RatePoint> points = points(count);
            Frame ours = measure(new Own(points));
            Frame theirs = measure(new JavaFxChart(points));
            row(report, "Linkscope", count, ours);
            row(report, PEER, count, theirs);
            growth.add(new Growth.Point(count, ours.threadMillis()));
            String figure = "frame of a chart, %,d points, ".formatted(count);
            ratios.add(
                    ratio(figure + "window's thread", ours.threadMillis(), theirs.threadMillis()));
            ratios.add(ratio(figure + "process", ours.processMillis(), theirs.processMillis()));
        }
        report.write();
        ratios.forEach(BenchRun.CURRENT::add);
        BenchRun.CURRENT.add(
                Growth.power("a frame of a chart", "CPU ms", "points", growth, FARTHEST));
        assertThat(growth.getLast().value()).as("CPU ms of a day's frame").isLessThan(16);
    }

    private static Ratio ratio(String figure, double ours, double theirs) {
        return new Ratio(figure, "CPU ms", ours, PEER, theirs, Ratio.Better.LESS);
    }

    private static List<RatePoint> points(int count) {
        var random = new SplittableRandom(5);
        var points = new ArrayList<RatePoint>();
        double rate = 0.05;
        for (int i = 0; i < count; i++) {
            rate = Math.clamp(rate + random.nextDouble(-0.004, 0.004), 0.005, 0.3);
            Instant at = FakeSnapshots.NOW.minusSeconds((long) CADENCE_SECONDS * (count - i));
            points.add(new RatePoint(at, rate, rate * 0.6, rate * 1.5));
        }
        return points;
    }

    private static void row(BenchReport report, String who, int points, Frame frame) {
        report.row(
                who,
                points,
                BenchReport.number(frame.threadMillis()),
                BenchReport.number(frame.processMillis()));
    }

    private static Frame measure(Contender contender) throws Exception {
        Stage stage =
                FxToolkit.onFx(() -> {
                    var shown = new Stage();
                    shown.setScene(new Scene(new StackPane(contender.node()), 900, 300));
                    shown.show();
                    return shown;
                });
        frames(stage, contender);
        Frame frame = frames(stage, contender);
        FxToolkit.onFx(stage::close);
        return frame;
    }

    /** Shows another part in each of so many pulses. */
    private static Frame frames(Stage stage, Contender contender) throws Exception {
        var pulses = FxToolkit.onFx(() -> new Pulses(stage.getScene(), contender));
        var watch = Watch.start();
        FxToolkit.onFx(pulses::start);
        assertThat(pulses.done.await(60, TimeUnit.SECONDS)).as("frames come").isTrue();
        double process = watch.cpuSeconds() * 1e3 / FRAMES;
        FxToolkit.onFx(pulses::stop);
        return new Frame(pulses.median(), process);
    }

    private static final class Pulses extends AnimationTimer {
        private final CountDownLatch done = new CountDownLatch(FRAMES);
        private final List<Double> millis = new ArrayList<>();
        private final Scene scene;
        private final Contender contender;
        private final Runnable onLayout = this::note;
        private long began;
        private int step;

        Pulses(Scene scene, Contender contender) {
            this.scene = scene;
            this.contender = contender;
            scene.addPostLayoutPulseListener(onLayout);
        }

        @Override
        public void handle(long now) {
            began = THREADS.getCurrentThreadCpuTime();
            step++;
            contender.showFrom(0.5 * (step % 40) / 40);
        }

        private void note() {
            if (began > 0 && done.getCount() > 0) {
                millis.add((THREADS.getCurrentThreadCpuTime() - began) / 1e6);
                done.countDown();
            }
        }

        double median() {
            return millis.stream().sorted().toList().get(millis.size() / 2);
        }

        @Override
        public void stop() {
            super.stop();
            scene.removePostLayoutPulseListener(onLayout);
        }
    }

    /** The rate's chart as the window has it. */
    private static final class Own implements Contender {
        private final List<RatePoint> points;
        private final RateChart chart;

        Own(List<RatePoint> points) throws InterruptedException {
            this.points = points;
            chart = FxToolkit.onFx(() -> new RateChart(FakeServices.MESSAGES));
        }

        @Override
        public Parent node() {
            return chart;
        }

        @Override
        public void showFrom(double share) {
            Instant first = points.getFirst().at();
            Instant last = points.getLast().at();
            long seconds = last.getEpochSecond() - first.getEpochSecond();
            chart.show(points, first.plusSeconds((long) (share * seconds)), last);
        }
    }

    /** JavaFX's own, without symbols and animation, which would make it slower. */
    private static final class JavaFxChart implements Contender {
        private final NumberAxis time;
        private final LineChart<Number, Number> chart;
        private final double first;
        private final double last;

        JavaFxChart(List<RatePoint> points) throws InterruptedException {
            first = points.getFirst().at().getEpochSecond();
            last = points.getLast().at().getEpochSecond();
            time = new NumberAxis(first, last, (last - first) / 8);
            chart = FxToolkit.onFx(() -> made(points));
        }

        private LineChart<Number, Number> made(List<RatePoint> points) {
            var made = new LineChart<Number, Number>(time, new NumberAxis(0, 0.4, 0.1));
            made.setAnimated(false);
            made.setCreateSymbols(false);
            made.setLegendVisible(false);
            var line = new XYChart.Series<Number, Number>();
            for (RatePoint point : points) {
                line.getData().add(new XYChart.Data<>(point.at().getEpochSecond(), point.rate()));
            }
            made.getData().add(line);
            return made;
        }

        @Override
        public Parent node() {
            return chart;
        }

        @Override
        public void showFrom(double share) {
            time.setLowerBound(first + share * (last - first));
        }
    }
}
