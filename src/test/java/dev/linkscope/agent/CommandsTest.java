package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ProbeSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
    @Test
    void writesTheGoldenTranscript() throws Exception {
        var request =
                new AgentRequest(
                        "s1",
                        "laptop",
                        Duration.ofSeconds(60),
                        List.of(
                                new ProbeSpec(
                                        "server",
                                        ProbeKind.SERVER_HTTP,
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(10),
                                        new TargetUrl("https://app.example/api/v1/octo/printer/"),
                                        null,
                                        0),
                                new ProbeSpec(
                                        "webcam",
                                        ProbeKind.WEBCAM_SNAPSHOT,
                                        Duration.ofMillis(2500),
                                        Duration.ofSeconds(5),
                                        new TargetUrl("/webcam/?action=snapshot"),
                                        null,
                                        24),
                                new ProbeSpec(
                                        "dns",
                                        ProbeKind.DNS,
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(3),
                                        null,
                                        "app.example",
                                        0),
                                new ProbeSpec(
                                        "gateway",
                                        ProbeKind.GATEWAY,
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(2),
                                        null,
                                        null,
                                        0)));
        String written =
                text(Commands.subscribe(request))
                        + text(Commands.renew("s1"))
                        + text(Commands.stop("s1"));
        assertThat(written)
                .isEqualTo(Files.readString(Path.of("src/test/resources/wire/v1/client.ndjson")));
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
