package dev.linkscope.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTraceReaderTest extends ReadingTest {
    private final TextTraceReader reader = new TextTraceReader(ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"10X.1", " 1 0\tX\r\n.\n\n1\n", "\uFEFF10X.1", "1\r0\rX\r.\r1"})
    void readsSlotsAndPassesOverWhiteSpace(String content) throws Exception {
        var read = reader.read(file("a.txt", content), SERVER);

        assertThat(letters(read)).isEqualTo("100.1");
        assertThat(read.relativeClock()).isTrue();
        assertThat(read.trace().segments().getFirst().start()).isEqualTo(Instant.EPOCH);
        assertThat(read.trace().segments().getFirst().end()).isEqualTo(Instant.ofEpochSecond(50));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11x|Line 1, column 3|x",
                "11\\n0 2|Line 2, column 3|2",
                "11\\r\\n01\\r\\n  o|Line 3, column 3|o",
                "1,0|Line 1, column 2|,",
                "1\u00A00|Line 1, column 2|\u00A0",
            })
    void refusesAnythingElseAndNamesThePlace(String content, String place, String letter)
            throws Exception {
        String text = content.replace("\\n", "\n").replace("\\r", "\r");

        var refusal = refusal(reader, file("a.txt", text), SERVER);

        assertThat(refusal.code()).isEqualTo("bad_character");
        assertThat(refusal.getMessage()).contains(place).contains("“" + letter + "”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\uFEFF"})
    void refusesAnEmptyFile(String content) throws Exception {
        assertThat(refusal(reader, file("a.txt", content), SERVER).code()).isEqualTo("empty");
    }

    @Test
    void refusesMoreThanTenMillionSlots() throws Exception {
        var refusal = refusal(reader, file("a.txt", "1".repeat(10_000_001)), SERVER);

        assertThat(refusal.code()).isEqualTo("too_many_lines");
    }

    @Test
    void knowsItsFilesByName() {
        assertThat(reader.reads(Path.of("a.TXT"), new byte[0])).isTrue();
        assertThat(reader.reads(Path.of("a.csv"), new byte[0])).isFalse();
    }
}
