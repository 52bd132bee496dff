package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.ProbeSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent of shell and curl, on real shells and with a server with faults. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the agent needs /proc")
@Timeout(90)
class ShellAgentTest {
    private static final String TOOLS = "curl date cat sleep head od getconf renice sha256sum";
    private static final FaultServer FAULTS = new FaultServer();

    @TempDir private Path folder = Path.of("");
    private final List<Process> processes = new ArrayList<>();

    @AfterAll
    static void endFaults() {
        FAULTS.close();
    }

    @AfterEach
    void leaveNothing() {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        FAULTS.set("server", "ok");
    }

    /** Starts it with a PATH that has no python; of busybox, its own tools. */
    private AgentChannel open(String shell, AgentRequest request)
            throws LinkException, IOException {
        Path real = ShellBin.need(shell);
        ShellBin.need("curl");
        var bin = new ShellBin(Files.createTempDirectory(folder, "bin")).link("sh", real);
        for (String tool : TOOLS.split(" ")) {
            if (shell.equals("busybox") && !tool.equals("curl") && !tool.equals("getconf")) {
                bin.link(tool, real);
            } else {
                bin.with(tool);
            }
        }
        var builder = new ProcessBuilder(real.toString(), "-c", AgentCommand.LINE);
        if (shell.equals("busybox")) {
            builder.command().add(1, "ash");
        }
        builder.environment().clear();
        builder.environment().put("PATH", bin.folder().toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("REQUESTS_CA_BUNDLE", FAULTS.authority());
        Process process = builder.start();
        processes.add(process);
        return AgentConversation.start(
                new ProcessStreams(process),
                "pi",
                request,
                ConnectProgress.NONE,
                Limits.standard().onPlatformThreads());
    }

    private static ProbeSpec server(String url, int slots) {
        return Requests.server(url, Duration.ofMillis(300), slots);
    }

    private static List<AgentFrame> framesUntilBye(AgentChannel channel) throws LinkException {
        List<AgentFrame> frames = new ArrayList<>();
        while (frames.isEmpty() || !(frames.getLast() instanceof AgentFrame.Bye)) {
            AgentFrame frame = channel.poll(Duration.ofSeconds(20));
            assertThat(frame).as("a frame after %s", frames).isNotNull();
            assertThat(frame).isNotInstanceOf(AgentFrame.Unreadable.class);
            frames.add(frame);
        }
        return frames;
    }

    private static List<Outcome> outcomes(List<AgentFrame> frames) {
        return frames.stream()
                .filter(AgentFrame.Observed.class::isInstance)
                .map(frame -> ((AgentFrame.Observed) frame).outcome())
                .toList();
    }

    private Outcome only(String shell, ProbeSpec probe) throws Exception {
        try (AgentChannel channel = open(shell, Requests.of(probe))) {
            List<Outcome> outcomes = outcomes(framesUntilBye(channel));
            assertThat(outcomes).hasSize(1);
            return outcomes.getFirst();
        }
    }

    private static String said(Outcome outcome) {
        return switch (outcome.state()) {
            case OK -> "ok";
            case FAILED ->
                    String.valueOf(outcome.phase()).toLowerCase(Locale.ROOT)
                            + " "
                            + outcome.errorClass();
            case NOT_MEASURED -> "skipped " + outcome.errorClass();
        };
    }

    private List<ProcessHandle> below() {
        return processes.getLast().descendants().toList();
    }

    private static void awaitGone(List<ProcessHandle> processes) {
        await().atMost(Duration.ofSeconds(4))
                .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox"})
    void seesExactlyTheFaultsThatWereInjected(String shell) throws Exception {
        int before = FAULTS.requests("server").size();
        FAULTS.set("server", "reset", List.of(before + 2, before + 3));
        AgentRequest request =
                Requests.of(
                        server(FAULTS.url("https", "/api/"), 6),
                        Requests.webcam(FAULTS.url("camera", "/"), Duration.ofMillis(300), 6));
        try (AgentChannel channel = open(shell, request)) {
            List<AgentFrame> frames = framesUntilBye(channel);
            List<Outcome> outcomes = outcomes(frames);
            assertThat(outcomes).hasSize(12);
            assertThat(
                            outcomes.stream()
                                    .filter(outcome -> outcome.state() == SlotState.FAILED)
                                    .map(Outcome::slot))
                    .containsExactly(1L, 2L);
            assertThat(outcomes.stream().map(Outcome::sequence)).isSorted().doesNotHaveDuplicates();
            assertThat(facts(frames)).contains("agent.limits", "os.kernel", "dns.resolvers");
            assertThat(frames.getLast()).isEqualTo(new AgentFrame.Bye("finished"));
        }
        assertThat(FAULTS.requests("server")).hasSize(before + 6);
    }

    private static List<String> facts(List<AgentFrame> frames) {
        return frames.stream()
                .filter(AgentFrame.FactSeen.class::isInstance)
                .map(frame -> ((AgentFrame.FactSeen) frame).fact())
                .map(Fact::key)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "dash, ok, ok",
        "dash, 403_json, ok",
        "dash, 404, response not_found",
        "dash, 503, response http_5xx",
        "dash, captive, response captive_portal",
        "dash, redirect_other, response wrong_server",
        "dash, 429, skipped rate_limited",
        "dash, hang, request timeout",
        "dash, close, request closed",
        "dash, garbage, request garbage",
        "dash, cut, body cut_off",
        "busybox, ok, ok",
        "busybox, 404, response not_found",
        "busybox, 503, response http_5xx",
        "busybox, hang, request timeout",
        "busybox, close, request closed",
        "busybox, cut, body cut_off",
    })
    void saysWhatTheServerDid(String shell, String mode, String expected) throws Exception {
        FAULTS.set("server", mode);
        assertThat(said(only(shell, server(FAULTS.url("http", "/api/"), 1)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "dash, https, ok",
        "dash, https_expired, tls cert_expired",
        "dash, https_untrusted, tls cert_untrusted",
        "dash, https_wrong_host, tls cert_wrong_host",
        "dash, blackhole, connect timeout",
        "busybox, https_expired, tls cert_expired",
        "busybox, https_untrusted, tls cert_untrusted",
        "busybox, https_wrong_host, tls cert_wrong_host",
    })
    void saysHowFarItCame(String shell, String part, String expected) throws Exception {
        assertThat(said(only(shell, server(FAULTS.url(part, "/api/"), 1)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "dash, http://127.0.0.1:1/, connect refused",
        "dash, http://no.such.name.invalid/, dns dns_failed",
        "dash, ftp://127.0.0.1/, request bad_scheme",
        "dash, http://, request bad_url",
        "busybox, http://127.0.0.1:1/, connect refused",
        "busybox, http://no.such.name.invalid/, dns dns_failed",
    })
    void saysWhereNothingAnswers(String shell, String url, String expected) throws Exception {
        assertThat(said(only(shell, server(url, 1)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox"})
    void theCadenceStaysWhileTheServerHangs(String shell) throws Exception {
        FAULTS.set("server", "hang");
        var probe = Requests.server(FAULTS.url("http", "/"), Duration.ofMillis(500), 6);
        try (AgentChannel channel = open(shell, Requests.of(probe))) {
            List<Outcome> outcomes = outcomes(framesUntilBye(channel));
            assertThat(outcomes).hasSize(6).allMatch(o -> said(o).equals("request timeout"));
            long first = outcomes.getFirst().startMillis();
            assertThat(outcomes)
                    .allSatisfy(o ->
                            assertThat(o.startMillis() - first)
                                    .isBetween(o.slot() * 500 - 200, o.slot() * 500 + 300));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox"})
    void backsOffForFiveSlots(String shell) throws Exception {
        FAULTS.set("server", "429");
        var probe = Requests.server(FAULTS.url("http", "/"), Duration.ofMillis(800), 7);
        try (AgentChannel channel = open(shell, Requests.of(probe))) {
            assertThat(outcomes(framesUntilBye(channel)).stream().map(ShellAgentTest::said))
                    .containsExactly(
                            "skipped rate_limited",
                            "skipped backing_off",
                            "skipped backing_off",
                            "skipped backing_off",
                            "skipped backing_off",
                            "skipped backing_off",
                            "skipped rate_limited");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox"})
    void stopLeavesNothingAndNoSecretIsSeen(String shell) throws Exception {
        FAULTS.set("server", "hang");
        String url = FAULTS.url("http", "/canary-path").replace("//", "//canary:canary@");
        try (AgentChannel channel = open(shell, Requests.of(server(url, 0)))) {
            await().until(() -> below().stream().anyMatch(ShellAgentTest::isCurl));
            List<ProcessHandle> running = below();
            for (ProcessHandle one : running) {
                assertThat(read(one, "cmdline")).doesNotContain("canary");
                assertThat(read(one, "environ")).doesNotContain("canary");
            }
            channel.renew();
            channel.stop();
            assertThat(framesUntilBye(channel).getLast()).isEqualTo(new AgentFrame.Bye("stopped"));
            awaitGone(running);
            assertThat(processes.getLast().waitFor(3, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(FAULTS.requests("server")).isNotEmpty();
    }

    private static boolean isCurl(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/curl");
    }

    private static String read(ProcessHandle process, String what) {
        try {
            Path file = Path.of("/proc", Long.toString(process.pid()), what);
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox"})
    void leavesAtTheEndOfItsInput(String shell) throws Exception {
        FAULTS.set("server", "hang");
        open(shell, Requests.of(server(FAULTS.url("http", "/"), 0)));
        await().until(() -> below().stream().anyMatch(ShellAgentTest::isCurl));
        List<ProcessHandle> running = below();
        processes.getLast().getOutputStream().close();
        awaitGone(running);
        assertThat(processes.getLast().waitFor(3, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox"})
    void leavesWhenTheLeaseHasPassed(String shell) throws Exception {
        FAULTS.set("server", "hang");
        ProbeSpec probe = server(FAULTS.url("http", "/"), 0);
        var request = new AgentRequest("s1", "test", Duration.ofSeconds(2), null, List.of(probe));
        try (AgentChannel channel = open(shell, request)) {
            List<ProcessHandle> running = below();
            assertThat(framesUntilBye(channel).getLast()).isEqualTo(new AgentFrame.Bye("lease"));
            awaitGone(running);
        }
    }
}
