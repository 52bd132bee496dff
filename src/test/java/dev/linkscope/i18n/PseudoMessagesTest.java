package dev.linkscope.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudoMessagesTest {
    @Test
    void theLongLanguageIsTwoFifthsLongerAndKeepsArguments() {
        String english =
                Messages.in(Locale.ENGLISH, ZoneOffset.UTC).text("verdict.HEALTHY", "octopi");
        String longer = PseudoMessages.longer(ZoneOffset.UTC).text("verdict.HEALTHY", "octopi");
        assertThat(longer).startsWith("[octopi íš").endsWith("]");
        assertThat(PseudoMessages.longer(ZoneOffset.UTC).text("start.promise"))
                .hasSizeGreaterThan(
                        (int)
                                (1.38
                                        * Messages.in(Locale.ENGLISH, ZoneOffset.UTC)
                                                .text("start.promise")
                                                .length()));
        assertThat(english).isEqualTo("octopi is fine");
    }

    @Test
    void theMirroredLanguageRunsFromRightToLeft() {
        Messages mirrored = PseudoMessages.mirrored(ZoneOffset.UTC);
        assertThat(mirrored.rightToLeft()).isTrue();
        assertThat(mirrored.text("verdict.HEALTHY", "octopi")).isEqualTo("octopi is fine");
    }

    @ParameterizedTest
    @CsvSource({
        "en,false",
        "de,false",
        "ar-EG,true",
        "he,true",
        "fa,true",
        "az,false",
        "az-Arab,true",
        "ur-Latn,false"
    })
    void theScriptTellsTheDirection(String tag, boolean rightToLeft) {
        assertThat(Messages.in(Locale.forLanguageTag(tag), ZoneOffset.UTC).rightToLeft())
                .isEqualTo(rightToLeft);
    }
}
