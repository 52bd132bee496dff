package dev.linkscope.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a language that was dropped in says: its texts, or the ones of the program. */
class LanguageFolderFuzzTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void everyLanguageCanBeSpoken(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ui_fr.properties");
        Fuzzing.of("languages")
                .words("{0}", "{0,choice,", "'", "\\u", "{0,number,")
                .run(input -> {
                    Files.write(file, input);
                    Languages.in(folder)
                            .problems()
                            .forEach(problem -> Harmless.line(ENGLISH.render(problem), 400));
                    Messages french = Messages.in(Locale.FRANCE, ZoneOffset.UTC, folder);
                    assertThat(french.text("bar.add")).isNotBlank();
                    assertThat(french.text("verdict.HEALTHY", "octopi")).isNotBlank();
                });
    }
}
