package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same slots give the same figures, wherever and whenever they are read. */
@Tag("simulation")
class ReadersClockTest {
    private static final Thresholds LIMITS = Thresholds.DEFAULT.withPermutations(999);
    private static final Trace FOUR_DAYS =
            Traces.of(
                    Simulated.periodic(4 * 1_440, 1_440, 5, 0.004, new SplitMix(3)),
                    Duration.ofSeconds(60));
    private static final Trace AN_HOUR = Traces.of(Simulated.gilbert(360, 0.1, 3, new SplitMix(4)));

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    private record Everything(
            PaneFigures days, PaneFigures hour, FixFigures fix, FarmFigures farm) {
        static Everything compute() {
            return new Everything(
                    PaneJudge.judge(FOUR_DAYS, LIMITS),
                    PaneJudge.judge(AN_HOUR, LIMITS),
                    FixVerification.compare(FOUR_DAYS, AN_HOUR, LIMITS),
                    SharedOutages.find(
                            List.of(
                                    new NamedTrace("a", FOUR_DAYS),
                                    new NamedTrace("b", FOUR_DAYS),
                                    new NamedTrace("c", AN_HOUR)),
                            Traces.CADENCE));
        }
    }

    @AfterEach
    void home() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Pacific/Kiritimati",
        "ar-EG-u-nu-arab, America/St_Johns",
        "de-DE, Europe/Berlin",
        "th-TH-u-ca-buddhist, Asia/Kathmandu"
    })
    void nothingDependsOnZoneOrLocale(String language, String place) {
        Everything here = Everything.compute();
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(place));
        assertThat(Everything.compute()).isEqualTo(here);
    }

    /** Judged a moment later, and with times that the reader's clock has yet to reach. */
    @Test
    void nothingDependsOnTheReadersClock() throws InterruptedException {
        PaneFigures now = PaneJudge.judge(AN_HOUR, LIMITS);
        Thread.sleep(1_100);
        assertThat(PaneJudge.judge(AN_HOUR, LIMITS)).isEqualTo(now);
        Trace future =
                new Trace(
                        List.of(
                                Traces.segment(
                                        Simulated.gilbert(360, 0.1, 3, new SplitMix(4)),
                                        Instant.parse("2199-01-01T00:00:00Z"),
                                        Traces.CADENCE)));
        PaneFigures later = PaneJudge.judge(future, LIMITS);
        assertThat(later.pattern()).isEqualTo(now.pattern());
        assertThat(later.activity()).isEqualTo(now.activity());
        assertThat(later.state()).isEqualTo(now.state());
        assertThat(later.errorRateCi95()).isEqualTo(now.errorRateCi95());
    }
}
