package dev.linkscope.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NotesTextTest {
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");

    private static String text(String key, Object... args) {
        return MESSAGES.render(Statement.of(key, args));
    }

    @Test
    void measuringSpeaksOfItself() {
        assertThat(text("note.cost", Duration.ofSeconds(12), 9.2, 1.23, EIGHT))
                .isEqualTo(
                        "The agent has used 12 s of processor time, 9 MB of memory and sent 1.2 MB"
                                + " since 08:00:00.");
        assertThat(text("note.lost", 64L, 11L))
                .isEqualTo("64 attempts fell out of the agent's memory; 11 of them had failed.");
        assertThat(text("note.lost", 1L, 0L))
                .isEqualTo("1 attempt fell out of the agent's memory; none of them had failed.");
        assertThat(text("note.stretched", 18.5, 28))
                .isEqualTo("The server is asked every 18.5 s only, because 28 printers ask it.");
        assertThat(text("note.restarted", 2L, EIGHT)).contains("2 times").contains("08:00:00");
    }
}
