package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import dev.linkscope.ui.desktop.DeepLink;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whatever comes over the socket of the window or as a link: one of a few requests, or nothing. */
class LinksFuzzTest {
    @Test
    void everyLineAndLinkIsKnownOrNothing() throws Exception {
        Fuzzing.of("links")
                .words("%", "%e2%80%ae", "linkscope/1 ", "link ", "%00")
                .run(input -> {
                    String text = new String(input, StandardCharsets.UTF_8);
                    RequestLine.parse(text)
                            .ifPresent(request ->
                                    assertThat(RequestLine.parse(RequestLine.of(request)))
                                            .contains(request));
                    DeepLink.parse(text).ifPresent(LinksFuzzTest::check);
                });
    }

    private static void check(DeepLink link) {
        if (link instanceof DeepLink.ToPrinter(String wanted)) {
            Harmless.line(wanted, 2 * DeepLink.LONGEST_NAME);
        }
    }
}
