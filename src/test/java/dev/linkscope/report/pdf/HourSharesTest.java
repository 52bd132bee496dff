package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.report.SampleTraces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourSharesTest {
    private static HourShares hourly(String start, String slots, String zone) {
        var segment = SampleTraces.segment(Instant.parse(start), Duration.ofMinutes(30), slots);
        return new HourShares(new Trace(List.of(segment)), ZoneId.of(zone));
    }

    @Test
    void hoursAreThoseOfTheReader() {
        HourShares shares = hourly("2026-11-22T07:00:00Z", "1100..01", "Asia/Kolkata");

        // 07:00 UTC is 12:30 there.
        assertThat(shares.measured(12)).isEqualTo(1);
        assertThat(shares.measured(13)).isEqualTo(2);
        assertThat(shares.share(13)).isEqualTo(0.5);
        assertThat(shares.share(14)).isEqualTo(1);
        assertThat(shares.worst()).isEqualTo(14);
        assertThat(shares.measured(11)).isZero();
        assertThat(shares.known()).isEqualTo(5);
    }

    @Test
    void aChangeOfTheClocksMovesTheHours() {
        // At 01:00 UTC clocks in Berlin go from 02:00 to 03:00.
        HourShares shares = hourly("2026-03-29T00:00:00Z", "11110", "Europe/Berlin");

        assertThat(shares.measured(1)).isEqualTo(2);
        assertThat(shares.measured(2)).isZero();
        assertThat(shares.measured(3)).isEqualTo(2);
        assertThat(shares.share(4)).isEqualTo(1);
    }

    @Test
    void severalDaysComeTogether() {
        HourShares shares =
                new HourShares(SampleTraces.scattered(3 * 8_640, 0.05, 1), ZoneOffset.UTC);

        assertThat(shares.known()).isEqualTo(24);
        assertThat(shares.measured(5)).isEqualTo(3 * 360);
        assertThat(shares.share(5)).isBetween(0.03, 0.08);
    }

    @Test
    void nothingMeasuredIsNotKnown() {
        assertThat(new HourShares(Trace.EMPTY, ZoneOffset.UTC).known()).isZero();
        assertThat(new HourShares(Trace.EMPTY, ZoneOffset.UTC).share(3)).isZero();
    }
}
