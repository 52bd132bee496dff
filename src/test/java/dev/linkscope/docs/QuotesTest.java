package dev.linkscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the developer guide quotes stands so in sources that are compiled and run. */
class QuotesTest {
    private static final Path GUIDE = Path.of("src", "docs", "developer-guide.md");
    private static final Pattern QUOTE =
            Pattern.compile("From `([^`]+)`[^\n]*:\n\n```[a-z]+\n(.*?)\n```", Pattern.DOTALL);

    static Stream<MatchResult> quotes() throws IOException {
        return QUOTE.matcher(Files.readString(GUIDE)).results();
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void standsInTheFile(MatchResult quote) throws IOException {
        assertThat(Files.readString(Path.of(quote.group(1)))).contains(quote.group(2));
    }

    @Test
    void everyCodeOfTheGuideIsAQuote() throws IOException {
        long fences =
                Pattern.compile("(?m)^```").matcher(Files.readString(GUIDE)).results().count();
        assertThat(quotes().count()).isEqualTo(fences / 2).isGreaterThanOrEqualTo(8);
    }
}
