package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.desktop.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a second start writes is read back; anything else is nothing. */
class RequestLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"/tmp/a b.pdf", "/tmp/Bericht für Bärbel.pdf", "/tmp/a\nb.json"})
    void pathsOfAllKindsComeThrough(String file) {
        var request = new Request.Report(Path.of(file));
        String line = RequestLine.of(request);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(line)).isTrue();
        assertThat(line).doesNotContain("\n");
        assertThat(RequestLine.parse(line)).contains(request);
    }

    @Property(tries = 500)
    void linksOfAllKindsComeThrough(@ForAll @StringLength(max = 80) String link) {
        // Half a character cannot be sent; everything else arrives as it was.
        String whole = new String(link.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var request = new Request.Link(whole);
        assertThat(RequestLine.parse(RequestLine.of(request))).contains(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "linkscope/1",
                "linkscope/1 ",
                "linkscope/2 show",
                "linkscope/1 show now",
                "linkscope/1 remove",
                "linkscope/1 report",
                "linkscope/1 report relative.pdf",
                "linkscope/1 report %zz",
                "linkscope/1 report %00",
                "linkscope/1 link a b"
            })
    void everythingElseIsNothing(String line) {
        assertThat(RequestLine.parse(line)).isEmpty();
    }

    @Property(tries = 1000)
    void anyLineIsReadOrIsNothing(@ForAll @StringLength(max = 40) String rest) {
        RequestLine.parse(rest);
        RequestLine.parse("linkscope/1 report " + rest);
        RequestLine.parse("linkscope/1 link " + rest);
    }
}
