package dev.linkscope.hands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import dev.linkscope.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whatever the program on the Pi prints: a reply with bounded, plain texts, or none. */
class ReplyFuzzTest {
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void everythingPrintedIsAReplyOrNone() throws Exception {
        Fuzzing.of("hands")
                .words("linkscope_hands {", "\n")
                .run(input -> {
                    try {
                        check(Reply.of(new String(input, StandardCharsets.UTF_8)));
                    } catch (Reply.BadReply e) {
                        Harmless.line(e.what(), 60);
                    }
                });
    }

    private static void check(Reply reply) throws Reply.BadReply {
        Harmless.line(reply.error() + reply.user(), 1_000);
        if (!reply.error().isEmpty()) {
            Harmless.line(reply.errorText(), 500);
        }
        for (var said : reply.said()) {
            assertThat(MESSAGES.render(said)).doesNotStartWith(said.key());
        }
        var preview = reply.preview();
        preview.commands().forEach(command -> Harmless.line(command, 1_000));
        preview.changes()
                .forEach(change -> {
                    Harmless.line(change.place(), 500);
                    Harmless.lines(Objects.requireNonNullElse(change.before(), ""), 40 * 501);
                    Harmless.lines(Objects.requireNonNullElse(change.after(), ""), 40 * 501);
                });
        assertThat(reply.standing()).isNotNull();
    }
}
