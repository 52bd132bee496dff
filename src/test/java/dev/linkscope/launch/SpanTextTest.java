package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.linkscope.domain.fix.Span;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTextTest {
    /** A Wednesday, 13:00 in Berlin; summer time ended there on the 25th of October. */
    private static final Instant NOW = Instant.parse("2026-10-28T12:00:00Z");

    private final SpanText texts = new SpanText(NOW, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "this-week, 2026-10-25T23:00:00Z, 2026-10-28T12:00:00Z",
        "last-week, 2026-10-18T22:00:00Z, 2026-10-25T23:00:00Z",
        "today, 2026-10-27T23:00:00Z, 2026-10-28T12:00:00Z",
        "yesterday, 2026-10-26T23:00:00Z, 2026-10-27T23:00:00Z",
        "2026-10-24/2026-10-26, 2026-10-23T22:00:00Z, 2026-10-25T23:00:00Z",
        "2026-10-24T06:30/2026-10-24T18:00:00Z, 2026-10-24T04:30:00Z, 2026-10-24T18:00:00Z",
        "2026-10-28T10:00:00+02:00/2027-01-01, 2026-10-28T08:00:00Z, 2026-10-28T12:00:00Z"
    })
    void spans(String text, Instant from, Instant to) {
        assertThat(texts.span(text)).isEqualTo(new Span(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "tomorrow",
                "2026-10-26",
                "2026-10-26/2026-10-24",
                "2026-10-26/2026-10-26",
                "2026-10-26/soon",
                "2026-13-01/2026-14-01",
                "2026-12-01/2026-12-02",
                "2026-10-26T25:00/2026-10-27",
                "-999999999-01-01/2026-10-26"
            })
    void wrongOnesAreSaidInASentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.span(text))
                .satisfies(e -> assertThat(e.getMessage()).endsWith("."));
    }

    @Test
    void aMomentMayHaveAnOffset() {
        assertThat(texts.moment("2026-10-25T02:30:00-05:00"))
                .isEqualTo(Instant.parse("2026-10-25T07:30:00Z"));
    }
}
