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
        return new AgentRequest("s1", "test", Duration.ofSeconds(30), null, List.of(probes));
    }

    static ProbeSpec server(String url, Duration cadence, int slots) {
        return ProbeSpec.of("server", ProbeKind.SERVER_HTTP, cadence, Duration.ofSeconds(2))
                .withUrl(new TargetUrl(url))
                .withSlots(slots);
    }

    static ProbeSpec webcam(String url, Duration cadence, int slots) {
        return ProbeSpec.of("webcam", ProbeKind.WEBCAM_SNAPSHOT, cadence, Duration.ofSeconds(2))
                .withUrl(new TargetUrl(url))
                .withSlots(slots);
    }
}
