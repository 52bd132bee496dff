package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.port.AgentFrame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
    private static final Path WIRE = Path.of("src/test/resources/wire/v1");
    private final FrameCodec codec = new FrameCodec();

    private Optional<AgentFrame> decode(String line) {
        return codec.decode(line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsEveryFrameOfTheGoldenTranscript() throws Exception {
        List<AgentFrame> frames =
                Files.readAllLines(WIRE.resolve("agent.ndjson")).stream()
                        .flatMap(line -> decode(line).stream())
                        .toList();
        assertThat(frames)
                .containsExactly(
                        new AgentFrame.Hello(
                                1,
                                "0.1.0",
                                "0123456789ab",
                                true,
                                "55e48c22-00c7-4f66-a17d-82583cbd3b93",
                                "8782a613a7475c3b",
                                clock(1000125, 1700000000500L),
                                "3.7.16",
                                Set.of(
                                        "dns",
                                        "gateway",
                                        "server.http",
                                        "webcam.snapshot",
                                        "webcam.stream")),
                        new AgentFrame.Subscribed(
                                "s1",
                                "ba9876543210",
                                1,
                                1,
                                List.of(
                                        schedule("server", ProbeKind.SERVER_HTTP, 1000250, 10000),
                                        schedule(
                                                "webcam", ProbeKind.WEBCAM_SNAPSHOT, 1000500, 2500),
                                        schedule("dns", ProbeKind.DNS, 1000750, 10000),
                                        schedule("gateway", ProbeKind.GATEWAY, 1001000, 5000))),
                        new AgentFrame.FactSeen(
                                Fact.known("os.name", "Debian GNU/Linux 12 (bookworm)", null),
                                1,
                                1000140),
                        new AgentFrame.FactSeen(Fact.absent("pi.model"), 2, 1000140),
                        new AgentFrame.FactSeen(
                                Fact.notChecked("clock.synchronised", "no systemd-timesyncd"),
                                3,
                                1000140),
                        new AgentFrame.Observed(
                                new Outcome(
                                        4,
                                        "server",
                                        ProbeKind.SERVER_HTTP,
                                        0,
                                        1000251,
                                        1000301,
                                        SlotState.OK,
                                        null,
                                        null,
                                        new Timings(1200, 9000, 21000, 17000, 300, 49800),
                                        Map.of(
                                                "address", "192.0.2.10",
                                                "family", "4",
                                                "status", "401"))),
                        new AgentFrame.Observed(
                                new Outcome(
                                        5,
                                        "webcam",
                                        ProbeKind.WEBCAM_SNAPSHOT,
                                        0,
                                        1000500,
                                        1005501,
                                        SlotState.FAILED,
                                        Phase.REQUEST,
                                        "timeout",
                                        new Timings(80, 150, -1, 5000500, -1, 5000900),
                                        Map.of("address", "127.0.0.1", "family", "4"))),
                        new AgentFrame.Observed(
                                new Outcome(
                                        6,
                                        "server",
                                        ProbeKind.SERVER_HTTP,
                                        1,
                                        1010251,
                                        1010251,
                                        SlotState.NOT_MEASURED,
                                        null,
                                        "backing_off",
                                        Timings.ofTotal(9),
                                        Map.of())),
                        new AgentFrame.Heartbeat(
                                6, clock(1010300, 1700000010675L), 123, 17408, 9120, 5120, 91234),
                        new AgentFrame.Lost(
                                7,
                                70,
                                List.of(
                                        new AgentFrame.LostHour("server", 0, 20, 11, 1),
                                        new AgentFrame.LostHour("webcam", 0, 32, 0, 0))),
                        new AgentFrame.Bye("stopped"));
    }

    @Test
    void passesOverWhatLaterVersionsMaySay() throws Exception {
        assertThat(Files.readAllLines(WIRE.resolve("unknown.ndjson")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(decode(line)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "5",
                "{",
                "{}",
                "{\"t\":5}",
                "{\"t\":\"bye\"} and more",
                "{\"t\":\"hb\",\"last\":-1,\"clock\":[1,2],\"cpu\":1,\"rss\":1}",
                "{\"t\":\"hb\",\"last\":1e30,\"clock\":[1,2],\"cpu\":1,\"rss\":1}",
                "{\"t\":\"hb\",\"last\":1,\"clock\":[1],\"cpu\":1,\"rss\":1}",
                "{\"t\":\"hb\",\"last\":1,\"clock\":[1e300,1],\"cpu\":1,\"rss\":1}",
                "{\"t\":\"fact\",\"k\":\"x\",\"st\":\"maybe\",\"q\":1,\"at\":1}",
                "{\"t\":\"fact\",\"k\":\"x\",\"st\":\"absent\",\"at\":1}",
                "{\"t\":\"lost\",\"from\":9,\"to\":8,\"sums\":[]}",
                "{\"t\":\"lost\",\"from\":1,\"to\":8,\"sums\":[[\"server\",0,-1,0,0]]}",
                "{\"t\":\"o\",\"p\":\"dns\",\"r\":\"perhaps\"}",
                "{\"t\":\"o\",\"p\":\"dns\",\"r\":\"ok\",\"i\":\"d\",\"q\":1,\"n\":99999999999999,"
                        + "\"s\":1,\"e\":1}",
                "{\"t\":\"subscribed\",\"id\":\"x\",\"probes\":[{\"target\":\"x\",\"probe\":\"dns\","
                        + "\"first\":1,\"cadence\":0}]}",
            })
    void saysWhatItCannotRead(String line) {
        assertThat(decode(line))
                .get()
                .isInstanceOf(AgentFrame.Unreadable.class)
                .asString()
                .doesNotContain("99999");
    }

    @Test
    void cutsAndCleansTexts() {
        String nasty = "\\u001b[31mred\\n" + "x".repeat(1000);
        AgentFrame frame =
                decode(
                                "{\"t\":\"fact\",\"k\":\"os.name\",\"q\":1,\"at\":1,"
                                        + "\"st\":\"known\",\"v\":\""
                                        + nasty
                                        + "\"}")
                        .orElseThrow();
        String value = String.valueOf(((AgentFrame.FactSeen) frame).fact().value());
        assertThat(value)
                .hasSizeLessThanOrEqualTo(256)
                .hasSizeGreaterThan(250)
                .doesNotContain("\n", "\u001b")
                .startsWith("[31mred x");
    }

    @Test
    void ofAnotherProtocolItReadsOnlyWhich() {
        AgentFrame frame =
                decode("{\"t\":\"hello\",\"protocol\":2,\"agent\":\"9.0\",\"clock\":7}")
                        .orElseThrow();
        assertThat(frame)
                .isInstanceOfSatisfying(
                        AgentFrame.Hello.class,
                        hello -> {
                            assertThat(hello.protocol()).isEqualTo(2);
                            assertThat(hello.agentVersion()).isEqualTo("9.0");
                        });
    }

    @Property
    void neverThrowsOnRandomBytes(@ForAll @Size(max = 200) byte[] line) {
        assertThat(codec.decode(line)).isNotNull();
    }

    private static ClockReading clock(long boot, long wall) {
        return new ClockReading(boot, Instant.ofEpochMilli(wall));
    }

    private static AgentFrame.Schedule schedule(
            String target, ProbeKind kind, long first, long cadence) {
        return new AgentFrame.Schedule(target, kind, first, Duration.ofMillis(cadence));
    }
}
