package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the agent costs, and how fast its outcomes are decoded. */
@Tag("bench")
@Timeout(120)
class AgentBench {
    private static final int PROBES = 200;
    private static final double WANTED = 150_000;

    @Test
    void costOfAnHttpsProbe() throws Exception {
        try (var faults = new FaultServer()) {
            AgentRequest request =
                    Requests.of(
                            Requests.server(
                                    faults.url("https", "/api/"), Duration.ofMillis(100), PROBES));
            var link =
                    new LocalAgentLink(
                            "Linux",
                            Map.of("REQUESTS_CA_BUNDLE", faults.authority()),
                            Limits.standard());
            List<AgentFrame.Heartbeat> beats = new ArrayList<>();
            int ok = 0;
            try (AgentChannel channel = link.open(request, ConnectProgress.NONE)) {
                AgentFrame frame = channel.poll(Duration.ofSeconds(10));
                while (frame != null && !(frame instanceof AgentFrame.Bye)) {
                    if (frame instanceof AgentFrame.Heartbeat beat) {
                        beats.add(beat);
                    } else if (frame instanceof AgentFrame.Observed seen) {
                        ok += seen.outcome().state() == SlotState.OK ? 1 : 0;
                    }
                    frame = channel.poll(Duration.ofSeconds(10));
                }
            }
            AgentFrame.Heartbeat first = beats.getFirst();
            AgentFrame.Heartbeat last = beats.getLast();
            double millis =
                    (double) (last.cpuMillis() - first.cpuMillis())
                            / (last.lastSequence() - first.lastSequence());
            var report =
                    new BenchReport(
                            "The agent, run on this computer",
                            "HTTPS probes ok",
                            "CPU to the first heartbeat, ms",
                            "CPU a probe, all included, ms",
                            "resident, MiB",
                            "program sent, bytes");
            report.row(
                    ok + " of " + PROBES,
                    first.cpuMillis(),
                    BenchReport.number(millis),
                    BenchReport.number(last.residentKib() / 1024.0),
                    AgentPayload.bytes().length);
            report.write();
            assertThat(ok).isEqualTo(PROBES);
        }
    }

    @Test
    void decodingOutcomes() throws Exception {
        byte[] line =
                Files.readAllLines(Path.of("src/test/resources/wire/v1/agent.ndjson"))
                        .get(5)
                        .getBytes(StandardCharsets.UTF_8);
        var codec = new FrameCodec();
        int rounds = 200_000;
        double best = 0;
        for (int i = 0; i < 8; i++) {
            long begun = System.nanoTime();
            for (int k = 0; k < rounds; k++) {
                assertThat(codec.decode(line).isPresent()).isTrue();
            }
            best = Math.max(best, rounds / ((System.nanoTime() - begun) / 1e9));
        }
        var report = new BenchReport("Decoding outcomes", "outcomes/s", "wanted");
        report.row(BenchReport.count(best), BenchReport.count(WANTED));
        report.write();
        assertThat(best).isGreaterThan(WANTED);
    }
}
