package dev.linkscope.agent;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.util.List;

/** Requests that several tests need. */
final class Requests {
    private Requests() {}

    static AgentRequest of(ProbeSpec... probes) {
        return new AgentRequest("s1", "test", Duration.ofSeconds(30), List.of(probes));
    }

    static ProbeSpec server(String url, Duration cadence, int slots) {
        return new ProbeSpec(
                "server",
                ProbeKind.SERVER_HTTP,
                cadence,
                Duration.ofSeconds(2),
                new TargetUrl(url),
                null,
                slots);
    }

    static ProbeSpec webcam(String url, Duration cadence, int slots) {
        return new ProbeSpec(
                "webcam",
                ProbeKind.WEBCAM_SNAPSHOT,
                cadence,
                Duration.ofSeconds(2),
                new TargetUrl(url),
                null,
                slots);
    }
}
