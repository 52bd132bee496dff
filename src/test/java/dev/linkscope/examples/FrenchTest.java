package dev.linkscope.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.i18n.Language;
import dev.linkscope.i18n.Languages;
import dev.linkscope.i18n.Messages;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A language is dropped in as a folder, and what is missing is said in English. */
class FrenchTest {
    @Test
    void isSpokenAsFarAsItGoes() {
        Languages languages = Languages.in(Path.of("src/test/resources/examples/languages"));
        assertThat(languages.problems()).isEmpty();
        assertThat(languages.available()).extracting(Language::ownName).contains("Français");
        Messages french = languages.messages(Locale.FRENCH, ZoneOffset.UTC);
        assertThat(french.text("bar.add")).isEqualTo("Ajouter une imprimante");
        assertThat(french.text("verdict.HEALTHY", "octopi")).isEqualTo("octopi va bien");
        assertThat(french.text("bar.theme")).isEqualTo("Light or dark");
    }
}
