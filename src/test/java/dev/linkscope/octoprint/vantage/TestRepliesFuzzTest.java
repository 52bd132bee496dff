package dev.linkscope.octoprint.vantage;

import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import dev.linkscope.octoprint.Calls;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever OctoPrint says of its own connection tests: a verdict with plain details. */
class TestRepliesFuzzTest {
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void everyReplyIsAVerdict() throws Exception {
        Fuzzing.of("test-replies")
                .run(input -> {
                    try {
                        JsonNode answer = MAPPER.readTree(input);
                        var tests = new ConnectionTests(new Always(answer), System::nanoTime);
                        check(new ServerProbe(tests, "https://app.example/", DEADLINE));
                        check(
                                new CameraProbe(
                                        tests,
                                        "http://127.0.0.1/?action=snapshot",
                                        null,
                                        DEADLINE));
                        boolean _ = tests.resolves("app.example");
                    } catch (JacksonException _) {
                        // Replies that are no JSON end before they come here.
                    } catch (PrinterApiException _) {
                        // Its problem is shown, nothing of the reply.
                    }
                });
    }

    private static void check(Probe probe) throws PrinterApiException {
        try {
            Verdict verdict = probe.run(soFar -> {});
            Harmless.line(Objects.requireNonNullElse(verdict.errorClass(), ""), 60);
            verdict.details().forEach((key, value) -> Harmless.line(key + value, 400));
        } catch (PrinterApiException e) {
            if (e.problem() != PrinterApiException.Problem.GARBAGE) {
                throw e;
            }
        }
    }

    /** The same answer to whatever is asked. */
    private record Always(JsonNode answer) implements Calls {
        @Override
        public JsonNode get(String path) {
            return answer;
        }

        @Override
        public JsonNode post(String path, JsonNode body) {
            return answer;
        }

        @Override
        public <T> T text(String path, TextReader<T> reader) {
            throw new IllegalStateException("no text is asked for");
        }
    }
}
