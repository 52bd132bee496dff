package dev.linkscope.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * {@code diagnose} as a process, against real servers that fail on purpose and log when they did.
 */
@Timeout(180)
class DiagnoseIT {
    @TempDir private Path home;
    @TempDir private Path sshFolder;
    private FaultServer server;

    @BeforeEach
    void startServer() {
        server = new FaultServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void findsExactlyTheFailuresThatWereInjectedOverSsh() throws Exception {
        server.set("server", "500", List.of(4, 5, 6, 11));
        server.set("camera", "503", List.of(2, 9));
        try (TestSshServer pi = TestSshServer.start(sshFolder)) {
            CommandRun run =
                    CommandRun.of(
                            home,
                            "diagnose",
                            pi.target(),
                            "--identity",
                            pi.identity().toString(),
                            "--known-hosts",
                            home.resolve("keys").toString(),
                            "--trust-new-host-keys",
                            "--server",
                            server.url("http", ""),
                            "--snapshot",
                            server.url("camera", "/?action=snapshot"),
                            "--for",
                            "12s",
                            "--cadence",
                            "1s",
                            "--json",
                            "-");
            JsonNode printer = only(run.json().path("printers"));
            assertThat(printer.path("connection").path("state").asString()).isEqualTo("connected");
            assertPane(printer.path("server"), 12, injected("server"), "response");
            assertPane(printer.path("webcam"), 12, injected("camera"), "response");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).doesNotContain("Exception");
            await().atMost(Duration.ofSeconds(5)).until(() -> pi.agent().processes().isEmpty());
        }
        awaitNoAgent(Duration.ofSeconds(5));
        assertThat(Files.list(home).map(Path::getFileName).map(Path::toString))
                .containsExactly("keys");
    }

    @Test
    void countsOneAttemptASlotWhileTheServerHangs() throws Exception {
        server.set("server", "hang");
        CommandRun run =
                CommandRun.of(
                        home,
                        "diagnose",
                        "local",
                        "--server",
                        server.url("http", ""),
                        "--for",
                        "6s",
                        "--cadence",
                        "1s",
                        "--json",
                        "-");
        JsonNode pane = only(run.json().path("printers")).path("server");
        assertPane(pane, 6, injected("server"), "request");
        assertThat(pane.path("state").asString()).isEqualTo("no_data");
        assertThat(run.exitCode()).as("6 attempts are too few to judge").isEqualTo(3);
    }

    @Test
    void aNameWithTwoAddressesIsStillOneAttemptASlot() throws Exception {
        CommandRun run =
                CommandRun.of(
                        home,
                        "diagnose",
                        "local",
                        "--server",
                        "http://localhost:" + server.port("http"),
                        "--for",
                        "5s",
                        "--cadence",
                        "500ms",
                        "--json",
                        "-");
        JsonNode pane = only(run.json().path("printers")).path("server");
        assertThat(pane.path("attempts").asInt()).isEqualTo(10);
        assertThat(pane.path("errors").asInt()).isZero();
        assertThat(server.requests("server")).hasSize(10);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anUnreachableTargetStandsBesideAGoodOne() throws Exception {
        CommandRun run =
                CommandRun.of(
                        home,
                        "diagnose",
                        "nobody@127.0.0.1:1",
                        "local",
                        "--server",
                        server.url("http", ""),
                        "--for",
                        "5s",
                        "--cadence",
                        "500ms",
                        "--json",
                        "-");
        List<JsonNode> printers = list(run.json().path("printers"));
        assertThat(printers).hasSize(2);
        JsonNode lost = printers.getFirst();
        assertThat(lost.path("server").isNull()).isTrue();
        assertThat(lost.path("connection").path("error").path("code").asString())
                .isEqualTo("connection_refused");
        assertThat(lost.path("connection").path("error").path("nextStep").asString()).isNotBlank();
        assertThat(printers.getLast().path("server").path("attempts").asInt()).isEqualTo(10);
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void whatWasMeasuredIsNotLostWithAFileThatCannotBeWritten() throws Exception {
        Path pdf = home.resolve("report.pdf");
        CommandRun run = diagnose("--json", "/nonexistent/report.json", "--pdf", pdf.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(pdf).isNotEmptyFile();
        assertThat(run.out()).contains("Server connection");
        assertThat(run.err()).contains("/nonexistent/report.json").doesNotContain("..");
    }

    @Test
    void aListMadeWithASpreadsheetNamesEveryPrinterOnce() throws Exception {
        Path farm = home.resolve("farm.csv");
        Files.writeString(farm, "\uFEFFtarget,name\nlocal,One\nlocal,Again\npi:s3cret@,Bad\n");
        CommandRun run = diagnose("--farm", farm.toString(), "--json", "-");
        assertThat(run.err()).contains("one target");
        assertThat(run.json().path("printers").values())
                .extracting(printer -> printer.path("connection").path("state").asString())
                .containsExactly("connected", "failed");
        assertThat(run.out()).doesNotContain("s3cret");
    }

    private CommandRun diagnose(String... more) throws Exception {
        List<String> words =
                new ArrayList<>(
                        List.of("diagnose", "--server", server.url("http", ""), "--for", "1s"));
        if (!List.of(more).contains("--farm")) {
            words.add("local");
        }
        words.addAll(List.of(more));
        return CommandRun.of(home, words.toArray(String[]::new));
    }

    /** When each request to a part arrived that was failed on purpose. */
    private List<Instant> injected(String part) {
        return server.requests(part).stream()
                .filter(request -> !request.path("fault").asString().equals("ok"))
                .map(request ->
                        Instant.ofEpochMilli((long) (request.path("epoch").asDouble() * 1000)))
                .toList();
    }

    private static void assertPane(
            JsonNode pane, int attempts, List<Instant> injected, String phase) {
        assertThat(pane.path("attempts").asInt()).isEqualTo(attempts);
        assertThat(pane.path("errors").asInt()).isEqualTo(injected.size());
        assertThat(pane.path("phases").path(phase).path("failed").asInt())
                .isEqualTo(injected.size());
        assertNear(pane.path("firstError").asString(), injected.getFirst());
        assertNear(pane.path("lastError").asString(), injected.getLast());
        int errorsInEpisodes =
                list(pane.path("episodes")).stream()
                        .mapToInt(episode -> episode.path("errors").asInt())
                        .sum();
        assertThat(errorsInEpisodes).isEqualTo(injected.size());
    }

    private static void assertNear(String time, Instant expected) {
        assertThat(Instant.parse(time)).isCloseTo(expected, within(700, ChronoUnit.MILLIS));
    }

    private static JsonNode only(JsonNode array) {
        assertThat(array.size()).isEqualTo(1);
        return array.get(0);
    }

    private static List<JsonNode> list(JsonNode array) {
        var nodes = new ArrayList<JsonNode>();
        array.forEach(nodes::add);
        return nodes;
    }

    private static void awaitNoAgent(Duration longest) {
        await().atMost(longest).until(() -> CommandRun.AGENT.processes().isEmpty());
    }
}
