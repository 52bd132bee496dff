package dev.linkscope.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewestLinesTest {
    @Test
    void aShortTextStaysWhole() throws IOException {
        assertThat(NewestLines.of(new StringReader("one\ntwo\n"), 100)).isEqualTo("one\ntwo\n");
        assertThat(NewestLines.of("", 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 22, 23, 24, 25})
    void halfALineIsNeverLeft(int bytes) throws IOException {
        String text = "первая строка\nкурсы\nend\n".repeat(3);
        String newest = NewestLines.of(new StringReader(text), bytes);
        assertThat(text).endsWith(newest);
        assertThat("\n" + text).contains("\n" + newest);
        assertThat(newest.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(bytes);
    }

    @Test
    void whatMayHaveBeenCutBeforeLosesItsFirstLine() {
        assertThat(NewestLines.of("ken=ABCDEF\nwhole\n", 17)).isEqualTo("whole\n");
        assertThat(NewestLines.of("one line that has no end", 10)).isEmpty();
    }

    @Test
    void aLongTextIsKeptInBounds() throws IOException {
        String newest = NewestLines.of(new StringReader("0123456789\n".repeat(500_000)), 1_000);
        assertThat(newest).startsWith("0123456789\n").hasSizeBetween(980, 1_000);
    }
}
