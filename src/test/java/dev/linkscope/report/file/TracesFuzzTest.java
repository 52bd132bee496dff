package dev.linkscope.report.file;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import dev.linkscope.i18n.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a table or text of attempts holds: a trace, or a sentence. */
class TracesFuzzTest {
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    /** Two lines may ask for ten million slots between them. */
    private static final long MOST_MEMORY = 3L << 30;

    @TempDir private Path folder = Path.of("");

    @Test
    void everyCsvIsATraceOrASentence() throws Exception {
        fuzz("csv", new CsvTraceReader(MESSAGES), "\"", ";", ",", "\r", "\u00ef\u00bb\u00bf");
    }

    @Test
    void everyCsvOfSlotsIsATraceOrASentence() throws Exception {
        fuzz("slots-csv", new SlotsCsvReader(MESSAGES), "\"", ",", "not_measured", "printer");
    }

    @Test
    void everyTextIsATraceOrASentence() throws Exception {
        fuzz("text", new TextTraceReader(MESSAGES), "X", "\u202e");
    }

    private void fuzz(String corpus, TraceReader reader, String... words) throws Exception {
        Path file = folder.resolve("trace");
        Fuzzing.of(corpus)
                .memory(MOST_MEMORY)
                .words(words)
                .run(input -> {
                    Files.write(file, input);
                    try {
                        var request =
                                new TraceReader.Request("server", null, Duration.ofSeconds(10));
                        reader.read(file, request)
                                .trace()
                                .segments()
                                .forEach(TracesFuzzTest::check);
                    } catch (UnreadableTraceException e) {
                        Harmless.line(String.valueOf(e.getMessage()), 2_000);
                        Harmless.line(e.nextStep(), 2_000);
                    }
                });
    }

    private static void check(Segment segment) {
        segment.slots().stream()
                .limit(1_000)
                .forEach(slot ->
                        Harmless.line(Objects.requireNonNullElse(slot.errorClass(), ""), 256));
    }
}
