package dev.linkscope.octoprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.PrinterApiException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is made of every reply that was recorded; one line each in the table. */
@Timeout(30)
class RecordedRepliesTest {
    private static final String TABLE = "/recorded/octoprint.csv";

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, numLinesToSkip = 1)
    void isRecognised(String name, String method, String path, String key, String recognised)
            throws Exception {
        try (var server = new RawServer()) {
            server.at("/plugin/appkeys/probe", RawServer.Answer.recorded("appkeys-01-probe.http"))
                    .at("/api/currentuser", RawServer.Answer.recorded(currentUser(key)))
                    .at("/", RawServer.Answer.recorded("op111-startup-root-2.raw"))
                    .at(path, RawServer.Answer.recorded(name));

            assertThat(recognisedAt(server, method, path)).isEqualTo(recognised);
        }
    }

    private static String recognisedAt(RawServer server, String method, String path) {
        try (var http = new OctoPrintHttp(server.url(), "key".toCharArray(), null)) {
            JsonNode json =
                    method.equals("GET")
                            ? http.get(path)
                            : http.post(path, JsonNodeFactory.instance.objectNode());
            return json.isMissingNode() ? "NOTHING" : "JSON";
        } catch (PrinterApiException e) {
            return e.problem().name();
        }
    }

    /** What the same OctoPrint says of the user of such a key. */
    private static String currentUser(String key) {
        return switch (key) {
            case "op1103-anon", "op1103-badkey" -> "op1103-currentuser-badkey.http";
            case "op193-anon", "op193-badkey" -> "op193-currentuser-badkey.http";
            case "op1103-operator", "op193-operator" -> "op111-currentuser-operator.http";
            default -> key.replaceFirst("-", "-currentuser-") + ".http";
        };
    }

    @Test
    void noRecordingIsLeftOut() throws Exception {
        try (var in = getClass().getResourceAsStream(TABLE)) {
            List<String> named =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(line -> line.substring(0, line.indexOf(',')))
                            .toList();
            assertThat(named).containsExactlyInAnyOrderElementsOf(Recorded.names());
        }
    }
}
