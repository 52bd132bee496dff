package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.Position;
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
        var gateway = probe("gateway", ProbeKind.GATEWAY, 5_000, 2);
        var request =
                new AgentRequest(
                        "s1",
                        "laptop",
                        Duration.ofSeconds(60),
                        null,
                        List.of(
                                probe("server", ProbeKind.SERVER_HTTP, 10_000, 10)
                                        .withUrl(
                                                new TargetUrl(
                                                        "https://app.example/api/v1/octo/printer/"))
                                        .withSpread(Duration.ofMillis(2500)),
                                probe("webcam", ProbeKind.WEBCAM_SNAPSHOT, 2_500, 5)
                                        .withUrl(
                                                new TargetUrl(
                                                        "http://octo:secret@192.0.2.7/snap.jpg"))
                                        .withAuth(ProbeSpec.Auth.DIGEST)
                                        .withSlots(24),
                                probe("dns", ProbeKind.DNS, 10_000, 3).withName("app.example"),
                                gateway,
                                probe("paths", ProbeKind.SERVER_PATHS, 10_000, 10)
                                        .withUrl(new TargetUrl("https://app.example"))
                                        .withEvery(30, "server")));
        var again =
                new AgentRequest(
                        "s1",
                        "laptop",
                        Duration.ofHours(24),
                        new Position("ba9876543210", 6),
                        List.of(gateway));
        String written =
                text(Commands.subscribe(request))
                        + text(Commands.subscribe(again))
                        + text(Commands.renew())
                        + text(Commands.stop());
        assertThat(written)
                .isEqualTo(Files.readString(Path.of("src/test/resources/wire/v1/client.ndjson")));
    }

    private static ProbeSpec probe(
            String target, ProbeKind kind, int cadenceMillis, int deadlineSeconds) {
        return ProbeSpec.of(
                target,
                kind,
                Duration.ofMillis(cadenceMillis),
                Duration.ofSeconds(deadlineSeconds));
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
