package dev.linkscope.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTextTest {
    private static final Instant AFTERNOON = Instant.parse("2026-11-22T13:05:09Z");

    private static ClockText in(String tag) {
        return Messages.in(Locale.forLanguageTag(tag), ZoneOffset.UTC).clock();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US|1:05:09\u00a0PM|1:05\u00a0PM|Nov 22",
                "en|13:05:09|13:05|Nov 22",
                "en-GB|13:05:09|13:05|22 Nov",
                "de-DE|13:05:09|13:05|22. Nov.",
                "fr-FR|13:05:09|13:05|22 nov.",
                "de-DE-u-hc-h12|1:05:09\u00a0PM|1:05\u00a0PM|22. Nov.",
                "en-US-u-hc-h23|13:05:09|13:05|Nov 22"
            })
    void timesHaveTheFormOfTheCountry(String tag, String seconds, String minutes, String day) {
        assertThat(in(tag).seconds(AFTERNOON)).isEqualTo(seconds);
        assertThat(in(tag).minutes(AFTERNOON)).isEqualTo(minutes);
        assertThat(in(tag).day(AFTERNOON)).isEqualTo(day);
    }

    @Test
    void zonesCountAndUtcIsTheSameEverywhere() {
        Messages tokyo = Messages.in(Locale.US, ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.text("time.of_day", AFTERNOON)).isEqualTo("10:05:09\u00a0PM");
        assertThat(tokyo.in24Hours().text("time.of_day", AFTERNOON)).isEqualTo("22:05:09");
        assertThat(ClockText.utc(AFTERNOON)).isEqualTo("2026-11-22 13:05:09");
    }

    @Test
    void aMomentHasItsDate() {
        assertThat(in("de-DE").moment(AFTERNOON)).isEqualTo("22.11.2026, 13:05");
        assertThat(in("en-US").moment(AFTERNOON)).isEqualTo("Nov 22, 2026, 1:05\u00a0PM");
    }
}
