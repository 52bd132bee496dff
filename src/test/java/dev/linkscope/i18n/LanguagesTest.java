package dev.linkscope.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    @TempDir private Path folder;

    private void drop(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, String.join("\n", lines), StandardCharsets.UTF_8);
    }

    private Messages french() {
        return Messages.in(Locale.FRANCE, ZoneOffset.UTC, folder);
    }

    private String problems() {
        return String.join(
                "\n", Languages.in(folder).problems().stream().map(ENGLISH::render).toList());
    }

    @Test
    void englishAndGermanAreThere() {
        assertThat(Languages.bundled().available())
                .extracting(Language::ownName)
                .containsExactly("English", "Deutsch");
        assertThat(Languages.in(folder.resolve("none")).available()).hasSize(2);
    }

    @Test
    void aLanguageIsDroppedInAsFilesOrAsAFolder() throws IOException {
        drop("ui_fr.properties", "bar.add=Ajouter une imprimante", "verdict.HEALTHY={0} va bien");
        drop("fr/report.properties", "report.state.healthy=Sain");
        drop("cause_network_pt-BR.properties", "cause.dhcp.name=um endereço");

        Languages languages = Languages.in(folder);

        assertThat(languages.problems()).isEmpty();
        assertThat(languages.available())
                .extracting(Language::ownName)
                .containsExactly("English", "Deutsch", "Français", "Português (Brasil)");
        assertThat(french().text("bar.add")).isEqualTo("Ajouter une imprimante");
        assertThat(french().text("verdict.HEALTHY", "octopi")).isEqualTo("octopi va bien");
        assertThat(french().text("report.state.healthy")).isEqualTo("Sain");
        assertThat(
                        languages
                                .messages(Locale.forLanguageTag("pt-BR"), ZoneOffset.UTC)
                                .text("cause.dhcp.name"))
                .isEqualTo("um endereço");
    }

    @Test
    void whatIsMissingIsSaidInEnglishWithNumbersOfTheLocale() throws IOException {
        drop("ui_fr.properties", "bar.add=Ajouter");
        assertThat(french().text("bar.theme")).isEqualTo("Light or dark");
        assertThat(french().text("figure.percent", 12.5)).isEqualTo("12,5%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verdict.HEALTHY={0} va {1}",
                "verdict.HEALTHY={0,number} va bien",
                "verdict.HEALTHY={0,date} va bien",
                "verdict.HEALTHY={0,choice,0#rien|1#{7}}",
                "verdict.HEALTHY={0 va bien",
                "verdict.HEALTHY={0,choice,x}",
                "verdict.HEALTHY=\\u0007 {0}",
                "verdict.HEALTHY=",
                "verdict.NEVER_SEEN=bien"
            })
    void aTextThatIsNoTranslationIsSaidInEnglish(String line) throws IOException {
        drop("ui_fr.properties", "bar.add=Ajouter", line);
        assertThat(french().text("verdict.HEALTHY", "octopi")).isEqualTo("octopi is fine");
        assertThat(french().text("bar.add")).isEqualTo("Ajouter");
        assertThat(problems()).contains("ui_fr.properties", "1 text was", "verdict.");
    }

    @Test
    void aTextThatIsFarTooLongIsSaidInEnglish() throws IOException {
        drop("ui_fr.properties", "bar.add=" + "long ".repeat(200));
        assertThat(french().text("bar.add")).isEqualTo("Add printer");
    }

    @Test
    void aBrokenFileIsToldOfAndTheOthersCount() throws IOException {
        drop("ui_fr.properties", "bar.add=Ajouter");
        drop("fact_fr.properties", "fact.pi.model=\\uZZZZ");
        drop("notes.properties", "a=b");
        Files.write(folder.resolve("farm_fr.properties"), new byte[] {'a', '=', (byte) 0xff});
        Files.writeString(folder.resolve("plan_fr.properties"), "#" + "x".repeat((1 << 20) + 1));
        drop("!!!/ui.properties", "bar.add=Nothing");

        assertThat(french().text("bar.add")).isEqualTo("Ajouter");
        assertThat(problems().lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("fact_fr") && line.contains("cannot be read"))
                .anyMatch(line -> line.contains("farm_fr") && line.contains("UTF-8"))
                .anyMatch(line -> line.contains("plan_fr") && line.contains("larger than 1 MB"))
                .anyMatch(line -> line.contains("notes") && line.contains("tells no language"))
                .anyMatch(line -> line.contains("!!!") && line.contains("tells no language"));
    }

    @Test
    void aDroppedTextTakesThePlaceOfOneThatCameWithTheProgram() throws IOException {
        drop("ui_de.properties", "bar.add=Neuer Drucker");
        Messages german = Messages.in(Locale.GERMANY, ZoneOffset.UTC, folder);
        assertThat(german.text("bar.add")).isEqualTo("Neuer Drucker");
        assertThat(german.text("bar.theme")).isEqualTo("Hell oder dunkel");
        assertThat(Languages.in(folder).available()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "system,en-US,en-US",
        "de,en-US,de",
        "en,en-GB,en-GB",
        "en,de-DE,en",
        "pt-BR,pt-PT,pt-BR"
    })
    void whoChoosesTheComputersLanguageKeepsItsCountry(String tag, String system, String locale) {
        assertThat(Languages.chosen(tag, Locale.forLanguageTag(system)).toLanguageTag())
                .isEqualTo(locale);
    }
}
