package dev.linkscope.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.docs.GuideCommands;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.history.WrittenHistory;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.stats.Simulated;
import dev.linkscope.stats.math.SplitMix;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of the README and the guides, run by a shell as they stand: only addresses lead to
 * servers on this computer, and times are short.
 */
@Timeout(120)
class GuideCommandsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WEEKS_OF_SLOTS = 3 * 7 * 8_640;

    @TempDir private static Path home;
    @TempDir private static Path work;
    @TempDir private static Path bin;
    private static FaultServer servers;
    private static Process watch;
    private static int port;

    static List<String> commands() {
        // The one that goes on is started before; what is the same here is run once.
        var once = new HashSet<String>();
        return GuideCommands.toRun().keySet().stream()
                .filter(command -> !command.startsWith("linkscope watch"))
                .filter(command -> once.add(here(command)))
                .toList();
    }

    @BeforeAll
    static void begin() throws Exception {
        servers = new FaultServer();
        program("linkscope", Path.of("packaging", "linkscope"));
        program("check_linkscope", Path.of("packaging", "examples", "check_linkscope"));
        String camera = servers.url("camera", "/?action=snapshot");
        Files.writeString(
                work.resolve("printers.csv"),
                "target,name,server,snapshot\nlocal,Prusa-07,%s,%s\n"
                        .formatted(servers.url("http", ""), camera));
        remember();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String begun =
                GuideCommands.toRun().keySet().stream()
                        .filter(command -> command.startsWith("linkscope watch"))
                        .findFirst()
                        .orElseThrow();
        watch = start(begun + " --cadence 500ms", "watch");
        assertThat(run("linkscope diagnose local --pdf report.pdf --json report.json")).isZero();
        for (String copy : List.of("before", "after", "prusa", "ender", "voron", "week")) {
            Files.copy(work.resolve("report.json"), work.resolve(copy + ".json"));
        }
        await().atMost(PATIENCE).until(GuideCommandsIT::isMeasured);
    }

    /** On the path, as where it is installed. */
    private static void program(String name, Path file) throws IOException {
        Path script = bin.resolve(name);
        Files.writeString(script, "#!/bin/sh\nexec '" + file.toAbsolutePath() + "' \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    /** Three weeks of a printer of the window. */
    private static void remember() {
        var printer =
                new Printer(
                        PrinterId.random(),
                        "Prusa-07",
                        new Target.Ssh("octopi.local", null, "pi", null),
                        Printer.CLOUD,
                        null,
                        Printer.DEFAULT_CADENCE);
        try (var settings =
                new JsonSettingsStore(home.resolve("settings.json"), InstantSource.system())) {
            settings.save(settings.load().withPrinters(List.of(printer)));
        }
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
        try (var store =
                SqliteHistory.open(home.resolve("history.db"), InstantSource.system()).store()) {
            new WrittenHistory(
                            store,
                            printer.id(),
                            "run",
                            end.minus(Duration.ofSeconds(WEEKS_OF_SLOTS * 10L)))
                    .server(Simulated.independent(WEEKS_OF_SLOTS, 0.01, new SplitMix(1)));
        }
    }

    private static boolean isMeasured() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String page =
                    client.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://127.0.0.1:%d/metrics"
                                                                    .formatted(port)))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return Stream.of("server", "webcam")
                    .allMatch(pane ->
                            page.lines()
                                    .anyMatch(line ->
                                            line.contains("pane=\"" + pane + "\"")
                                                    && line.matches(
                                                            ".*=\"(clean_so_far|healthy)\".* 1(\\.0)?")));
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void end() throws Exception {
        if (watch != null) {
            watch.destroy();
            if (!watch.waitFor(30, TimeUnit.SECONDS)) {
                watch.destroyForcibly();
            }
        }
        CommandRun.AGENT.close();
        servers.close();
    }

    /** As it stands, but on this computer and soon over. */
    private static String here(String command) {
        String server = servers.url("http", "");
        return command.replace("'http://127.0.0.1:8080/?action=snapshot'", "@CAMERA@")
                .replaceAll("diagnose (?:pi@octopi.local|TARGET…|local)", "diagnose local")
                .replaceAll("diagnose local(?! --server)", "diagnose local --server " + server)
                .replaceAll("diagnose (?!--help)", "diagnose --cadence 500ms ")
                .replaceAll("(diagnose (?!.*--(?:for|help)).*local \\S+ \\S+)", "$1 --for 5s")
                .replaceAll("--for \\d+[sm]", "--for 5s")
                .replace("http://obico.home:3334", server)
                .replace("@CAMERA@", "'" + servers.url("camera", "/?action=snapshot") + "'")
                .replace("127.0.0.1:9817", "127.0.0.1:" + port)
                .replace("[PRINTER…]", "Prusa-07")
                .replaceAll("\\bPRINTER\\b", "Prusa-07")
                .replace("--farm FILE…", "--farm prusa.json ender.json")
                .replace("FILE…", "report.json")
                .replaceAll("open (?:FILE|REPORT.pdf)", "open report.pdf")
                .replace("--before A --after B", "--before before.json --after after.json");
    }

    private static Process start(String command, String name) throws IOException {
        File out = work.resolve(name + ".out").toFile();
        var builder =
                new ProcessBuilder("sh", "-c", here(command))
                        .directory(work.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        // One history each: two that watch one printer would take it from each other.
        builder.environment()
                .put("LINKSCOPE_HOME", (name.equals("watch") ? work.resolve("w") : home) + "");
        builder.environment().putAll(CommandRun.AGENT.environment());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        return builder.start();
    }

    private static int run(String command) throws Exception {
        Process process = start(command, "command");
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%s: ends in time", command)
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void does(String command) throws Exception {
        if (command.matches("(.*\\| )?jq .*|curl .*")) {
            String program = command.replaceFirst("^[^|]*\\| ", "").split(" ")[0];
            Assumptions.assumeTrue(
                    Stream.of("/usr/bin", "/usr/local/bin", "/bin")
                            .anyMatch(place -> Files.isExecutable(Path.of(place, program))),
                    program + " is not here");
        }
        int code = run(command);
        String said = Files.readString(work.resolve("command.out"));
        assertThat(GuideCommands.toRun().get(command).codes())
                .as("%s%n%s%n%s", command, here(command), said)
                .contains(code);
        assertThat(said).as(command).doesNotContain("Exception", "\tat ", "command not found");
    }
}
