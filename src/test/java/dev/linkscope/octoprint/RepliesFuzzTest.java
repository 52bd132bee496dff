package dev.linkscope.octoprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.engine.port.PrinterApi.Camera;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import dev.linkscope.octoprint.klipper.MoonrakerFacts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever JSON a web server on the Pi answers with: facts with bounded, plain texts. */
class RepliesFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int LONGEST = 400;
    private final Readers readers = new OctoPrintReaders();

    @Test
    void everyReplyIsReadAsEveryPart() throws Exception {
        Fuzzing.of("replies")
                .with("recorded/status")
                .run(input -> {
                    JsonNode answer = new Reply(200, ByteString.of(body(input)), null).json();
                    if (answer != null) {
                        for (Readers.Part part : Readers.Part.values()) {
                            check(readers.facts(part, answer));
                        }
                        check(readers, answer);
                        check(MoonrakerFacts.ofServerInfo(answer));
                        check(MoonrakerFacts.ofWebcams(answer));
                        check(MoonrakerFacts.ofProcStats(answer));
                        check(MoonrakerFacts.ofSystemInfo(answer));
                        assertThat(MoonrakerFacts.printing(answer)).isNotNull();
                        assertThat(ReplyProblem.of(new Reply(403, ByteString.of(input), "x"), "/"))
                                .isPresent();
                    }
                });
    }

    /** Recordings have the head of their reply in front. */
    private static byte[] body(byte[] input) {
        int end = ByteString.of(input).indexOf(ByteString.encodeUtf8("\r\n\r\n"));
        return end < 0 ? input : ByteString.of(input).substring(end + 4).toByteArray();
    }

    private static void check(List<Fact> facts) {
        assertThat(facts).hasSizeLessThan(200);
        for (Fact fact : facts) {
            Harmless.line(fact.key(), LONGEST);
            Harmless.line(Objects.requireNonNullElse(fact.value(), ""), LONGEST);
            Harmless.line(Objects.requireNonNullElse(fact.reason(), ""), LONGEST);
        }
    }

    private static void check(Readers readers, JsonNode answer) {
        List<Camera> cameras = readers.cameras(answer);
        assertThat(cameras).hasSizeLessThanOrEqualTo(64);
        cameras.forEach(camera -> Harmless.line(camera.name(), LONGEST));
        var endpoint = readers.endpoint(answer);
        if (endpoint != null) {
            Harmless.line(endpoint.value(), 4_096);
        }
        try {
            var report = readers.pluginReport(answer, NOW);
            report.alerts().forEach(cause -> Harmless.line(cause, LONGEST));
        } catch (PrinterApiException e) {
            assertThat(e.problem()).isEqualTo(PrinterApiException.Problem.GARBAGE);
        }
    }
}
