package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.SampleTraces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic of charts and text. */
class DrawingTest {
    private static final Instant START = Instant.parse("2026-11-22T07:02:00Z");

    private static List<String> labels(Instant from, Duration span, String zone) {
        return new TimeAxis(from, from.plus(span))
                .ticks(Messages.in(Locale.ENGLISH, ZoneId.of(zone))).stream()
                        .map(TimeAxis.Tick::label)
                        .toList();
    }

    @Test
    void marksFullHoursOfTheReader() {
        assertThat(labels(START, Duration.ofHours(2), "Europe/Berlin"))
                .containsExactly("08:30", "09:00", "09:30", "10:00");
        assertThat(labels(START, Duration.ofHours(2), "Asia/Kathmandu"))
                .containsExactly("13:00", "13:30", "14:00", "14:30");
        assertThat(labels(START, Duration.ofSeconds(40), "UTC"))
                .containsExactly("07:02:00", "07:02:10", "07:02:20", "07:02:30", "07:02:40");
    }

    @Test
    void midnightIsNamedByItsDay() {
        assertThat(labels(Instant.parse("2026-11-22T20:00:00Z"), Duration.ofHours(10), "UTC"))
                .containsExactly("20:00", "22:00", "Nov 23", "02:00", "04:00", "06:00");
        assertThat(labels(START, Duration.ofDays(5), "UTC"))
                .containsExactly("Nov 23", "Nov 24", "Nov 25", "Nov 26", "Nov 27");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28T20:00:00Z,36", "2026-10-24T20:00:00Z,36", "2026-03-29T00:00:00Z,5"})
    void summerTimeKeepsMarksOnFullHours(String from, int hours) {
        assertThat(labels(Instant.parse(from), Duration.ofHours(hours), "Europe/Berlin"))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(label -> label.matches("\\d\\d:00|[A-Z][a-z]{2} \\d+"));
    }

    @Test
    void everySpanHasAHandfulOfMarks() {
        for (long seconds = 8; seconds < Duration.ofDays(4000).toSeconds(); seconds *= 3) {
            assertThat(labels(START, Duration.ofSeconds(seconds), "Europe/Berlin"))
                    .as("%d s", seconds)
                    .hasSizeBetween(1, 8);
        }
    }

    @Test
    void theCurveBreaksWhereNothingWasMeasured() {
        List<RatePoint> curve = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double rate = i >= 40 && i < 50 ? Double.NaN : 0.1;
            curve.add(new RatePoint(START.plusSeconds(i), rate, rate, rate));
        }
        var axis = new TimeAxis(START, START.plusSeconds(100));

        List<CurveRun> runs = CurveRun.of(curve, axis, 1000);

        assertThat(runs).hasSize(2);
        assertThat(runs.getFirst().size()).isEqualTo(40);
        assertThat(runs.getLast().share(0)).isEqualTo(0.5f);
    }

    @Test
    void longCurvesAreThinnedWithinTheirBand() {
        List<RatePoint> curve = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            double rate = i == 31_234 ? 0.9 : 0.1;
            curve.add(new RatePoint(START.plusSeconds(i), rate, Double.NaN, Double.NaN));
        }
        var axis = new TimeAxis(START, START.plusSeconds(60_000));

        List<CurveRun> runs = CurveRun.of(curve, axis, 400);

        assertThat(runs).hasSize(1);
        CurveRun run = runs.getFirst();
        assertThat(run.size()).isLessThanOrEqualTo(401);
        double highest = 0;
        for (int i = 0; i < run.size(); i++) {
            highest = Math.max(highest, run.high(i));
            assertThat(run.low(i)).isLessThanOrEqualTo(run.rate(i));
        }
        assertThat(highest).isEqualTo(0.9);
    }

    @Test
    void theStripKeepsEverySingleFailureAndEveryBlindSpot() {
        Trace trace = SampleTraces.of("1".repeat(300) + "0" + "1".repeat(299) + ".".repeat(100));
        var axis = new TimeAxis(SampleTraces.START, trace.segments().getFirst().end());

        var columns = new StripColumns(trace, axis, 70);

        assertThat(columns.dense()).isTrue();
        assertThat(columns.failedShare(30)).isEqualTo(0.1f);
        assertThat(columns.blind().nextSetBit(0)).isEqualTo(60);
        assertThat(columns.blind().cardinality()).isEqualTo(10);
    }

    @Test
    void fewSlotsLeaveNoHolesBetweenThem() {
        Trace trace = SampleTraces.of("1101");
        var axis = new TimeAxis(SampleTraces.START, trace.segments().getFirst().end());

        var columns = new StripColumns(trace, axis, 400);

        assertThat(columns.blind().isEmpty()).isTrue();
        assertThat(columns.failedShare(200)).isEqualTo(1);
    }

    @Test
    void timeBetweenSegmentsIsBlind() {
        var first = SampleTraces.segment(START, Duration.ofSeconds(10), "11");
        var second = SampleTraces.segment(START.plusSeconds(80), Duration.ofSeconds(10), "11");
        var axis = new TimeAxis(START, START.plusSeconds(100));

        var columns = new StripColumns(new Trace(List.of(first, second)), axis, 100);

        assertThat(columns.blind().nextSetBit(0)).isEqualTo(20);
        assertThat(columns.blind().cardinality()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(floats = {20, 50, 120, 400})
    void wrappedTextFitsAndIsComplete(float width) throws Exception {
        try (var document = new PDDocument()) {
            Type type = new Fonts(document).body;
            for (String text : List.of(OddNames.ALL, OddNames.LONG, OddNames.CYRILLIC, "")) {
                List<String> lines = type.wrap(text, width);

                assertThat(lines).allMatch(line -> type.width(line) <= width);
                assertThat(String.join("", lines).replace(" ", ""))
                        .isEqualTo(
                                type.face()
                                        .printable(text.replaceAll("\\R", " "))
                                        .replace(" ", ""));
                assertThat(type.width(type.shorten(text, width))).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void rightToLeftTextIsDrawnFromItsEnd() {
        assertThat(RightToLeft.visual("abc")).isEqualTo("abc");
        assertThat(RightToLeft.visual("אבג")).isEqualTo("גבא");
        assertThat(RightToLeft.visual("x אבג 12")).isEqualTo("x 12 גבא");
        assertThat(RightToLeft.visual("(אב) 7")).isEqualTo("7 (בא)");
    }

    @Test
    void offsetsOfTheAxisAreShares() {
        var axis = new TimeAxis(START, START.plusSeconds(100));

        assertThat(axis.share(START.minusSeconds(9))).isZero();
        assertThat(axis.share(START.plusSeconds(25))).isEqualTo(0.25f);
        assertThat(axis.share(START.atZone(ZoneOffset.UTC).plusDays(1).toInstant())).isEqualTo(1);
    }
}
