package dev.linkscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.linkscope.agent.FaultServer;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The command line as it is promised: options, exit codes, what goes to which stream. */
@Timeout(180)
class CommandContractIT {
    private static final String RFC_3611 =
            "1111011111111111111111\n1X111X1011110 111111111111111111X1111111111\n";

    @TempDir private Path home;

    private CommandRun run(String... args) throws IOException, InterruptedException {
        return CommandRun.of(home, args);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content).toString();
    }

    @Test
    void tellsItsVersion() throws Exception {
        CommandRun run = run("--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).matches("linkscope \\d+\\.\\d+\\.\\d+");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "diagnose",
                "diagnose|local|--for|soon",
                "diagnose|local|--for|0s",
                "diagnose|local|--cadence|1ms",
                "diagnose|local|--server|app.obico.io",
                "diagnose|local|--server|http://127.0.0.1:99999",
                "diagnose|local|--server|http://127.0.0.1:http",
                "diagnose|local|--server|http://[::1",
                "diagnose|local|--server|https://user:secret@",
                "diagnose|local|--unknown",
                "diagnose|-oProxyCommand=touch x",
                "diagnose|two words",
                "diagnose|host:99999",
                "diagnose|local|--identity|/nonexistent/key",
                "diagnose|--farm|/nonexistent/farm",
                "discover|octopi.local",
                "discover|--for|soon",
                "discover|--on|203.0.113.1",
                "discover|--on|octopi.local",
                "watch|--farm|/nonexistent/farm",
                "watch|--cadence|10s",
                "watch|--store|jdbc:unknown://host/linkscope?password=x",
                "analyze",
                "analyze|--before|x.txt",
                "analyze|--farm|x.txt",
                "analyze|x.txt|--pane|both",
                "analyze|x.txt|--gmin|0",
            })
    void wrongUsageIsSaidInASentence(String words) throws Exception {
        CommandRun run = run(words.split("\\|"));
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("linkscope: ").contains("--help");
        assertThat(run.err()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void aPasswordInATargetIsNotRepeated() throws Exception {
        CommandRun run = run("diagnose", "pi:s3cret@octopi.local");
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("octopi.local").doesNotContain("s3cret");
    }

    @Test
    void aWordThatIsNoCommandIsAnsweredWithTheCommands() throws Exception {
        assertThat(run("dignose", "local").err())
                .contains("\"dignose\"")
                .contains("diagnose")
                .doesNotContain("index");
    }

    @Test
    void judgesTheExampleOfRfc3611() throws Exception {
        CommandRun run = run("analyze", file("rfc.txt", RFC_3611), "--cadence", "500ms");
        JsonNode pane = run.json();
        assertThat(pane.path("attempts").asInt()).isEqualTo(64);
        assertThat(pane.path("errors").asInt()).isEqualTo(6);
        assertThat(pane.path("rfc3611").path("burstCount").asInt()).isEqualTo(1);
        assertThat(pane.path("rfc3611").path("burstSeconds").asDouble()).isEqualTo(6.0);
        assertThat(pane.path("clock").asString()).isEqualTo("relative");
        assertThat(pane.path("state").asString()).isEqualTo("watch");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void givesEveryFileItsLineInOrder() throws Exception {
        CommandRun run =
                run(
                        "analyze",
                        file("clean.txt", "1".repeat(80)),
                        home.resolve("missing.csv").toString(),
                        file("bad.txt", "11100a11"),
                        file(
                                "down.csv",
                                "time,ok\n0,0\n10,0\n20,0\n30,0\n40,0\n50,0\n60,0\n70,0\n"));
        List<JsonNode> lines = run.jsonLines();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).path("state").asString()).isEqualTo("healthy");
        for (JsonNode broken : lines.subList(1, 3)) {
            assertThat(broken.path("error").path("code").asString()).isNotBlank();
            assertThat(broken.path("error").path("message").asString()).isNotBlank();
            assertThat(broken.path("error").path("nextStep").asString()).isNotBlank();
        }
        assertThat(lines.get(3).path("state").asString()).isEqualTo("no_connection");
        assertThat(run.exitCode()).as("no connection outweighs unknown").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 80, 0", // healthy
        "1, 20, 0", // clean so far
        "1, 5, 3", // too few
        "0, 20, 2"
    })
    void exitsWithTheStateOfThePane(String states, int times, int code) throws Exception {
        assertThat(run("analyze", file("t.txt", states.repeat(times))).exitCode()).isEqualTo(code);
    }

    @Test
    void comparesBeforeAndAfter() throws Exception {
        String before = file("before.txt", ("1".repeat(19) + "0").repeat(36));
        CommandRun fixed =
                run("analyze", "--before", before, "--after", file("a.txt", "1".repeat(720)));
        assertThat(fixed.json().path("verdict").asString()).isEqualTo("verified");
        assertThat(fixed.exitCode()).isZero();
        CommandRun same = run("analyze", "--before", before, "--after", before);
        assertThat(same.json().path("verdict").asString()).isEqualTo("not_fixed");
        assertThat(same.exitCode()).isEqualTo(2);
        CommandRun early =
                run("analyze", "--before", before, "--after", file("b.txt", "1".repeat(10)));
        assertThat(early.json().path("verdict").asString()).isEqualTo("not_yet_known");
        assertThat(early.json().path("quietSecondsNeeded").asDouble()).isPositive();
        assertThat(early.exitCode()).isEqualTo(3);
    }

    @Test
    void findsWhatAFarmSharesAndSaysWhatItCouldNotRead() throws Exception {
        String quiet = "1".repeat(300);
        String down = "1".repeat(100) + "0".repeat(20) + "1".repeat(180);
        CommandRun run =
                run(
                        "analyze",
                        "--farm",
                        file("a.txt", down),
                        file("b.txt", down),
                        file("c.txt", down),
                        file("d.txt", down),
                        file("e.txt", quiet));
        JsonNode farm = run.json();
        assertThat(farm.path("sharedOutages").size()).isEqualTo(1);
        assertThat(farm.path("sharedOutages").get(0).path("members").size()).isEqualTo(4);
        assertThat(farm.path("printers").get(0).path("errorRate").asDouble()).isPositive();
        assertThat(farm.path("printers").get(0).path("ownErrorRate").asDouble()).isZero();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void diagnosesWithJsonAloneOnStandardOutput() throws Exception {
        try (FaultServer server = new FaultServer()) {
            Path pdf = home.resolve("report.pdf");
            Path json = home.resolve("report.json");
            CommandRun run =
                    run(
                            "diagnose",
                            "local",
                            "--server",
                            server.url("http", ""),
                            "--snapshot",
                            server.url("camera", "/?action=snapshot"),
                            "--stream",
                            "http://127.0.0.1/stream",
                            "--for",
                            "5s",
                            "--cadence",
                            "500ms",
                            "--json",
                            "-",
                            "--pdf",
                            pdf.toString());
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("report.pdf");
            assertThat(
                            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                    .getSchema(CommandRun.schema(), InputFormat.JSON)
                                    .validate(run.out(), InputFormat.JSON))
                    .isEmpty();
            CommandRun opened = run("open", pdf.toString(), "--json", json.toString());
            assertThat(opened.exitCode()).isZero();
            assertThat(Files.readString(json).strip()).isEqualTo(run.out().strip());
            CommandRun analysed = run("analyze", pdf.toString(), "--pane", "webcam");
            assertThat(analysed.json().path("attempts").asInt()).isEqualTo(10);
        }
    }

    @Test
    void anUnknownHostKeyWithoutATerminalIsUnknownWithTheFlagToUse(@TempDir Path sshFolder)
            throws Exception {
        try (var pi = TestSshServer.start(sshFolder)) {
            CommandRun run =
                    run(
                            "diagnose",
                            pi.target(),
                            "--identity",
                            pi.identity().toString(),
                            "--for",
                            "2s",
                            "--json",
                            "-");
            assertThat(run.exitCode()).isEqualTo(3);
            JsonNode error = run.json().path("printers").get(0).path("connection").path("error");
            assertThat(error.path("code").asString()).isEqualTo("host_key_unknown");
            assertThat(error.path("message").asString()).contains("SHA256:");
            assertThat(error.path("nextStep").asString()).contains("--trust-new-host-keys");
        }
    }

    @Test
    void aFarmFileKeepsABadEntryInItsPlace() throws Exception {
        try (FaultServer server = new FaultServer()) {
            String farm =
                    file(
                            "farm.csv",
                            "target,name,server\n# the good one\nlocal,Here,"
                                    + server.url("http", "")
                                    + "\n-bad host,Broken\n");
            CommandRun run =
                    run(
                            "diagnose",
                            "--farm",
                            farm,
                            "--for",
                            "5s",
                            "--cadence",
                            "500ms",
                            "--json",
                            "-");
            JsonNode printers = run.json().path("printers");
            assertThat(printers.get(0).path("name").asString()).isEqualTo("Here");
            assertThat(printers.get(0).path("server").path("attempts").asInt()).isEqualTo(10);
            assertThat(printers.get(1).path("connection").path("error").path("code").asString())
                    .isEqualTo("bad_address");
            assertThat(run.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void printsReadableTextWithoutJson() throws Exception {
        try (FaultServer server = new FaultServer()) {
            server.set("server", "500");
            CommandRun run =
                    run(
                            "diagnose",
                            "local",
                            "--server",
                            server.url("http", ""),
                            "--for",
                            "5s",
                            "--cadence",
                            "500ms");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out())
                    .contains("all 10 attempts to reach the server failed")
                    .contains("no connection")
                    .doesNotContain("{");
        }
    }
}
