package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.port.TraceReader.RecordedTrace;
import dev.linkscope.engine.port.TraceReader.Request;
import dev.linkscope.engine.port.UnreadableTraceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonTraceReaderTest {
    private static final Path GOLDEN = Path.of("src/test/resources/wire/v1/agent.ndjson");
    private static final Instant NEVER = Instant.EPOCH;

    @TempDir private Path folder = Path.of("");
    private final NdjsonTraceReader reader = new NdjsonTraceReader();
    private int sequence;
    private String run = "";

    private RecordedTrace read(String pane, String... lines) throws Exception {
        Path file = folder.resolve("trace.ndjson");
        Files.writeString(file, String.join("\n", lines));
        return reader.read(file, request(pane));
    }

    private static Request request(String pane) {
        return new Request(pane, null, Duration.ofSeconds(10));
    }

    private String hello(String ofRun, String boot, double bootSeconds, double wall) {
        run = ofRun;
        return ("{\"t\":\"hello\",\"protocol\":1,\"agent\":\"1\",\"process\":\"p\",\"boot\":\"%s\","
                        + "\"machine\":\"\",\"clock\":[%s,%s],\"python\":\"3\",\"capabilities\":[]}")
                .formatted(boot, bootSeconds, wall);
    }

    private static String beat(double bootSeconds, double wall) {
        return "{\"t\":\"hb\",\"last\":1,\"clock\":[%s,%s],\"cpu\":1,\"rss\":1}"
                .formatted(bootSeconds, wall);
    }

    private String subscribed(double first, double cadence) {
        return ("{\"t\":\"subscribed\",\"id\":\"s\",\"run\":\"%s\",\"base\":1,\"next\":1,"
                        + "\"probes\":[{\"target\":\"server\","
                        + "\"probe\":\"server.http\",\"first\":%s,\"cadence\":%s}]}")
                .formatted(run, first, cadence);
    }

    private String outcome(long slot, double start, String rest) {
        sequence++;
        return ("{\"t\":\"o\",\"q\":%d,\"i\":\"server\",\"p\":\"server.http\",\"n\":%d,\"s\":%s,"
                        + "\"e\":%s,\"us\":[1,1,1,1,1,5000],%s}")
                .formatted(sequence, slot, start, start + 0.005, rest);
    }

    private String ok(long slot, double start) {
        return outcome(slot, start, "\"r\":\"ok\"");
    }

    /** . not measured, 1 ok, X failed. */
    private static String states(RecordedTrace recorded) {
        return recorded.trace()
                .slots()
                .map(slot -> !slot.measured() ? "." : slot.failed() ? "X" : "1")
                .collect(Collectors.joining());
    }

    @Test
    void readsBothPanesOfASavedChannel() throws Exception {
        RecordedTrace server = reader.read(GOLDEN, request("server"));
        assertThat(states(server)).isEqualTo("1.");
        Segment segment = server.trace().segments().getFirst();
        assertThat(segment.cadence()).isEqualTo(Duration.ofSeconds(10));
        // The heartbeat's reading re-dates the run: boot 1010.3 is 1700000010.675.
        assertThat(segment.start()).isEqualTo(Instant.ofEpochMilli(1700000000625L));
        Slot first = segment.slots().getFirst();
        assertThat(first.started()).isEqualTo(Instant.ofEpochMilli(1700000000626L));
        assertThat(first.latencyMicros()).isEqualTo(49800);
        assertThat(segment.slots().getLast().reason()).isEqualTo(NotMeasured.NOT_ASKED);
        assertThat(server.relativeClock()).isFalse();

        RecordedTrace webcam = reader.read(GOLDEN, request("webcam"));
        assertThat(states(webcam)).isEqualTo("X");
        Slot failed = webcam.trace().slots().findFirst().orElseThrow();
        assertThat(failed.phase()).isEqualTo(Phase.REQUEST);
        assertThat(failed.errorClass()).isEqualTo("timeout");
    }

    @Test
    void missingSlotsAreNotMeasured() throws Exception {
        RecordedTrace trace =
                read("server", hello("a", "b", 0, 1000), subscribed(0, 10), ok(0, 0), ok(3, 30));
        assertThat(states(trace)).isEqualTo("1..1");
        assertThat(trace.trace().slots().skip(1).findFirst().orElseThrow().reason())
                .isEqualTo(NotMeasured.NOT_ASKED);
    }

    @Test
    void whatTheAgentCouldNotHoldIsLost() throws Exception {
        RecordedTrace trace =
                read(
                        "server",
                        hello("a", "b", 0, 1000),
                        subscribed(0, 10),
                        ok(0, 0),
                        "{\"t\":\"lost\",\"from\":2,\"to\":2}",
                        ok(2, 20));
        assertThat(trace.trace().slots().map(Slot::reason).toList())
                .containsExactly(null, NotMeasured.AGENT_LOST, null);
    }

    @Test
    void betweenTwoRunsNobodyMeasured() throws Exception {
        String[] sameBoot = {
            hello("a", "b", 0, 1000), subscribed(0, 10), ok(0, 0),
            hello("c", "b", 42, 1042), subscribed(45, 10), ok(0, 45)
        };
        RecordedTrace agentLost = read("server", sameBoot);
        assertThat(states(agentLost)).isEqualTo("1...1");
        assertThat(agentLost.trace().slots().skip(1).findFirst().orElseThrow().reason())
                .isEqualTo(NotMeasured.AGENT_LOST);
        sameBoot[3] = hello("c", "other", 42, 1042);
        assertThat(
                        read("server", sameBoot)
                                .trace()
                                .slots()
                                .skip(1)
                                .findFirst()
                                .orElseThrow()
                                .reason())
                .isEqualTo(NotMeasured.PI_OFF);
    }

    @Test
    void aChannelResumedIsOneRun() throws Exception {
        RecordedTrace trace =
                read(
                        "server",
                        hello("a", "b", 0, 1000),
                        subscribed(0, 10),
                        ok(0, 0),
                        hello("a", "b", 21, 1021),
                        subscribed(0, 10),
                        ok(1, 10),
                        ok(2, 20));
        assertThat(states(trace)).isEqualTo("111");
        assertThat(trace.trace().segments()).hasSize(1);
    }

    @Test
    void aLateSynchronisationReDatesTheRun() throws Exception {
        RecordedTrace trace =
                read(
                        "server",
                        hello("a", "b", 100, 0),
                        subscribed(100, 10),
                        ok(0, 100),
                        beat(105, 1700000005));
        assertThat(trace.trace().segments().getFirst().start())
                .isEqualTo(Instant.ofEpochSecond(1700000000));
    }

    @Test
    void outcomesAloneHaveARelativeClock() throws Exception {
        RecordedTrace trace =
                read("server", ok(5, 500), outcome(6, 502, "\"r\":\"failed\",\"ph\":\"dns\""));
        assertThat(states(trace)).isEqualTo("1X");
        assertThat(trace.relativeClock()).isTrue();
        assertThat(trace.trace().segments().getFirst().start()).isEqualTo(NEVER);
        assertThat(trace.trace().segments().getFirst().cadence()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theFirstOutcomeOfASlotCounts() throws Exception {
        RecordedTrace trace =
                read(
                        "server",
                        hello("a", "b", 0, 1000),
                        subscribed(0, 10),
                        ok(0, 0),
                        outcome(0, 1, "\"r\":\"failed\""),
                        ok(1, 10));
        assertThat(states(trace)).isEqualTo("11");
        assertThat(trace.duplicates()).isEqualTo(1);
    }

    @Test
    void someBadLinesDoNoHarm() throws Exception {
        assertThat(states(read("server", "what?", ok(0, 0), "{", "x".repeat(200_000), ok(1, 10))))
                .isEqualTo("11");
    }

    @Test
    void aPaneThatIsNotInTheFileIsEmpty() throws Exception {
        assertThat(read("webcam", ok(0, 0)).trace().isEmpty()).isTrue();
    }

    @Test
    void saysWhichLineIsWrong() {
        UnreadableTraceException failure =
                catchThrowableOfType(
                        UnreadableTraceException.class, () -> read("server", "", "what?", "{}"));
        assertThat(failure.code()).isEqualTo("bad_line");
        assertThat(failure).hasMessageContaining("Line 2 ");
        assertThat(failure.nextStep()).isNotBlank();
    }

    @Test
    void saysWhatIsWrongWithTheFile() {
        assertThat(
                        catchThrowableOfType(
                                        UnreadableTraceException.class, () -> read("server", ""))
                                .code())
                .isEqualTo("empty_file");
        Path nowhere = folder.resolve("nowhere.ndjson");
        assertThat(
                        catchThrowableOfType(
                                        UnreadableTraceException.class,
                                        () -> reader.read(nowhere, request("server")))
                                .code())
                .isEqualTo("unreadable_file");
    }

    @Test
    void doesNotFillTheMemoryWithAnAbsurdGap() {
        UnreadableTraceException failure =
                catchThrowableOfType(
                        UnreadableTraceException.class,
                        () ->
                                read(
                                        "server",
                                        hello("a", "b", 0, 1000),
                                        subscribed(0, 0.001),
                                        ok(0, 0),
                                        ok(9_999_999_999L, 1)));
        assertThat(failure.code()).isEqualTo("too_long");
    }

    @Test
    void knowsItsFormat() {
        byte[] golden = "{\"t\":\"hello\",\"protocol\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] report = "{\"schemaVersion\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(reader.reads(Path.of("x"), golden)).isTrue();
        assertThat(reader.reads(Path.of("x.NDJSON"), new byte[0])).isTrue();
        assertThat(
                        List.of(
                                reader.reads(Path.of("x.json"), report),
                                reader.reads(Path.of("x"), new byte[0])))
                .containsOnly(false);
    }
}
