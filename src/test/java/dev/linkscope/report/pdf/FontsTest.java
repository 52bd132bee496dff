package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters of every script, from this program's fonts or from the computer's. */
class FontsTest {
    private static final int SMILE = 0x1F600;
    private static final int KANJI = 0x5BA2;

    @TempDir Path folder;

    @Test
    void arabicLettersJoin() {
        // Beh, alef, beh: the first joins onward, alef never does, the last stands alone.
        assertThat(ArabicShaping.shaped("باب")).isEqualTo("\uFE91\uFE8E\uFE8F");
        assertThat(ArabicShaping.shaped("ببب")).isEqualTo("\uFE91\uFE92\uFE90");
        // Lam and alef are one letter; a vowel sign does not part what joins.
        assertThat(ArabicShaping.shaped("لا")).isEqualTo("\uFEFB");
        assertThat(ArabicShaping.shaped("بَب")).isEqualTo("\uFE91\u064E\uFE90");
        // Persian.
        assertThat(ArabicShaping.shaped("گچ")).isEqualTo("\uFB94\uFB7B");
        assertThat(ArabicShaping.shaped("Prusa-07")).isEqualTo("Prusa-07");
    }

    @Test
    void arabicHebrewAndSmilesNeedNoFontOfTheComputer() throws Exception {
        try (var document = new PDDocument()) {
            Typeface face = new Fonts(document, new InstalledFonts(List.of())).body.face();

            for (String name : List.of(OddNames.ARABIC, OddNames.HEBREW, "😀 ☃ ⚙", "ქართული")) {
                Letters letters = face.letters(name);
                assertThat(letters.text()).isEqualTo(name);
                assertThat(drawn(letters)).doesNotContain("□").doesNotContain("?");
            }
            assertThat(face.letters(OddNames.HEBREW).asWritten()).isFalse();
            assertThat(face.letters(OddNames.CYRILLIC).asWritten()).isTrue();
            assertThat(drawn(face.letters(OddNames.CHINESE))).isEqualTo("□".repeat(5));
            assertThat(face.letters(OddNames.CHINESE).text()).isEqualTo(OddNames.CHINESE);
        }
    }

    @Test
    void whatCannotBeReadAloudIsABoxInTheTextToo() throws Exception {
        try (var document = new PDDocument()) {
            Typeface face = new Fonts(document, new InstalledFonts(List.of())).body.face();

            assertThat(face.letters("a\uE000b").text()).isEqualTo("a□b");
            assertThat(face.letters("e\u0301").text()).isEqualTo("é");
        }
    }

    @Test
    void fontsOfTheComputerAreFoundByTheirLetters() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("truetype/dejavu"));
        copyFont(deep.resolve("DejaVuSans.ttf"));
        Files.writeString(folder.resolve("broken.ttf"), "no font");
        Files.write(folder.resolve("short.ttc"), new byte[] {'t', 't', 'c', 'f', 0});

        var installed = new InstalledFonts(List.of(folder, folder.resolve("not there")));

        FontFile found = installed.with(SMILE);
        assertThat(found).isNotNull();
        assertThat(found.path()).isEqualTo(deep.resolve("DejaVuSans.ttf"));
        assertThat(found.load().getUnicodeCmapLookup().getGlyphId(SMILE)).isPositive();
        assertThat(installed.with(KANJI)).isNull();
    }

    @Test
    void aFontThatMustNotBeEmbeddedIsLeftAlone() throws Exception {
        Path file = folder.resolve("mine.ttf");
        copyFont(file);
        assertThat(FontFile.read(file)).isNotNull();
        byte[] font = Files.readAllBytes(file);
        var bytes = ByteBuffer.wrap(font);
        for (int i = 0; i < bytes.getShort(4); i++) {
            if (bytes.getInt(12 + 16 * i) == 0x4F532F32) {
                bytes.putShort(bytes.getInt(12 + 16 * i + 8) + 8, (short) 2);
            }
        }
        Files.write(file, font);

        assertThat(FontFile.read(file)).isNull();
    }

    @Test
    void theTableOfLettersAgreesWithTheFont() throws Exception {
        Path file = folder.resolve("DejaVuSans.ttf");
        copyFont(file);
        FontFile font = FontFile.read(file);
        var lookup = font.load().getUnicodeCmapLookup();
        for (int c = 0x20; c < 0x1F700; c++) {
            assertThat(font.has(c)).as("U+%04X", c).isEqualTo(lookup.getGlyphId(c) > 0);
        }
    }

    private static String drawn(Letters letters) {
        var drawn = new StringBuilder();
        letters.runs().forEach(run -> drawn.append(run.text()));
        return drawn.toString();
    }

    private static void copyFont(Path to) throws Exception {
        try (InputStream in =
                FontsTest.class.getResourceAsStream("/dev/linkscope/report/DejaVuSans.ttf")) {
            Files.copy(in, to);
        }
    }
}
