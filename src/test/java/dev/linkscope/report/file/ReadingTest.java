package dev.linkscope.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.TraceReader.RecordedTrace;
import dev.linkscope.engine.port.TraceReader.Request;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.i18n.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of all readers share: a real file, and its trace as letters. */
abstract class ReadingTest {
    static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    static final Request SERVER = new Request("server", null, Duration.ofSeconds(10));

    @TempDir Path folder;

    Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** {@code 1} ok, {@code 0} failed, {@code .} not measured, a bar between segments. */
    static String letters(Trace trace) {
        return trace.segments().stream()
                .map(segment -> segment.slots().stream().map(ReadingTest::letter))
                .map(letters -> letters.collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    static String letters(RecordedTrace recorded) {
        return letters(recorded.trace());
    }

    static UnreadableTraceException refusal(TraceReader reader, Path file, Request request) {
        var refusal =
                catchThrowableOfType(
                        UnreadableTraceException.class, () -> reader.read(file, request));
        assertThat(refusal).as("refusal of " + file).isNotNull();
        assertThat(refusal.getMessage()).isNotBlank().doesNotContain("Exception");
        assertThat(refusal.nextStep()).isNotBlank();
        return refusal;
    }

    private static String letter(Slot slot) {
        return switch (slot.state()) {
            case OK -> "1";
            case FAILED -> "0";
            case NOT_MEASURED -> ".";
        };
    }
}
