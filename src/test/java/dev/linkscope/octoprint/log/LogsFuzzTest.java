package dev.linkscope.octoprint.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whatever a log holds: events in bounded number with plain names. */
class LogsFuzzTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void everyLogIsRead() throws Exception {
        Fuzzing.of("logs")
                .memory(256L << 20)
                .with("recorded/octoprint-log-lines.txt")
                .with("recorded/octoprint-log-obico-excerpts.txt")
                .words("\nException in thread Thread-1:\n", "requests.exceptions.", "\n  File \"")
                .run(LogsFuzzTest::readAll);
    }

    private static void readAll(byte[] input) throws IOException {
        check(OctoPrintLog.read(reader(input), ZONE, NOW));
        check(JournalLog.read(reader(input), ZONE, NOW));
        check(MoonrakerObicoLog.read(List.of(reader(input)), ZONE, NOW));
    }

    private static Reader reader(byte[] input) {
        return new StringReader(new String(input, StandardCharsets.UTF_8));
    }

    private static void check(PastRecord past) {
        assertThat(past.from()).isBeforeOrEqualTo(past.to());
        assertThat(past.events()).hasSizeLessThanOrEqualTo(20_000);
        past.events()
                .forEach(event -> {
                    Harmless.line(Objects.requireNonNullElse(event.errorClass(), ""), 60);
                    assertThat(event.from()).isBeforeOrEqualTo(event.to());
                });
    }
}
