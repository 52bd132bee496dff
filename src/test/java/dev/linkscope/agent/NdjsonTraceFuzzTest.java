package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a recorded channel holds: a trace in order, or a sentence. */
class NdjsonTraceFuzzTest {
    /** A line may ask for five million slots that were not measured. */
    private static final long MOST_MEMORY = 2L << 30;

    private final NdjsonTraceReader reader = new NdjsonTraceReader();

    @Test
    void everyFileIsATraceOrASentence(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("trace.ndjson");
        Fuzzing.of("ndjson")
                .with("wire/v1")
                .memory(MOST_MEMORY)
                .run(input -> {
                    Files.write(file, input);
                    for (String pane : new String[] {"server", "webcam"}) {
                        read(file, pane);
                    }
                });
    }

    private void read(Path file, String pane) {
        try {
            var request = new TraceReader.Request(pane, null, Duration.ofSeconds(10));
            var read = reader.read(file, request);
            read.trace().segments().forEach(one -> assertThat(one.slots()).isNotEmpty());
        } catch (UnreadableTraceException e) {
            Harmless.line(String.valueOf(e.getMessage()), 400);
            Harmless.line(e.nextStep(), 400);
        }
    }
}
