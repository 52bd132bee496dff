package dev.linkscope.report.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private final StringBuilder out = new StringBuilder();
    private final Markdown markdown = new Markdown(out, UnaryOperator.identity());

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "<script>alert(1)</script>¦&lt;script&gt;alert(1)&lt;/script&gt;",
                "[x](http://e.example)¦\\[x\\](http:\\/\\/e.example)",
                "![x](y)¦!\\[x\\](y)",
                "a | b¦a \\| b",
                "`code`¦\\`code\\`",
                "**bold** _it_ ~~no~~ $x$¦\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\$x\\$",
                "# head¦\\# head",
                "- item¦\\- item",
                "+ item¦\\+ item",
                "1. item¦1\\. item",
                "12) item¦12\\) item",
                "> quote¦&gt; quote",
                "--- rule¦\\--- rule",
                "&copy; &#60;¦&amp;copy; &amp;#60;",
                "\\<b>¦\\\\&lt;b&gt;",
                "www.evil.example¦www\\.evil.example",
                "HTTPS://evil.example¦HTTPS:\\/\\/evil.example",
                "mailto:a@b¦mailto\\:a@b",
                "pi@octopi.local¦pi@octopi.local",
                "Prusa-07 (2.4 GHz)¦Prusa-07 (2.4 GHz)",
            })
    void showsATextAsItIs(String text, String written) {
        assertThat(Markdown.text(text)).isEqualTo(written);
    }

    @Test
    void callsNobody() {
        assertThat(Markdown.text("@octocat and (@org/team)"))
                .isEqualTo("@\u2060octocat and (@\u2060org/team)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\n\r\nb", "a\u2028b", "a\u0000\u202Eb", "a\u2067\u0007b"})
    void staysInItsLine(String text) {
        assertThat(Markdown.text(text)).isEqualTo("a b");
    }

    @Test
    void aTableKeepsItsColumns() throws IOException {
        markdown.table(
                List.of(List.of("a", "b"), List.of("x | y", "two\nlines"), List.of("", "|")));

        assertThat(out.toString())
                .isEqualTo(
                        """
                        | a | b |
                        | --- | --- |
                        | x \\| y | two lines |
                        |  | \\| |

                        """);
    }

    @Test
    void everythingIsLookedAtOnceMore() throws IOException {
        var cleaned = new Markdown(out, text -> text.replace("secret", "–"));
        cleaned.heading(2, "secret").paragraph("secret").paragraph("secret", "secret");
        cleaned.list(List.of("secret")).item("secret", "secret");
        cleaned.table(List.of(List.of("secret"), List.of("secret")));

        assertThat(out.toString()).doesNotContain("secret").contains("## –");
    }
}
