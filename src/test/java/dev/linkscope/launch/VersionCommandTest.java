package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.UpdateChoice;
import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.i18n.Messages;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.support.PlatformName;
import dev.linkscope.support.TestCertificates;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FakeUpdates;
import dev.linkscope.update.ReleaseKey;
import dev.linkscope.update.UpdateServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code linkscope version}, with made-up answers and as a process that asks a real server. */
@Timeout(60)
class VersionCommandTest {
    private static final String NEVER = "canary-printer";

    @TempDir Path folder;

    private final FakeUpdates updates = new FakeUpdates();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** What a process said and returned. */
    private record Said(int code, String out, String err) {}

    private int check() {
        var terminal =
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        null,
                        Messages.in(Locale.ENGLISH, ZoneOffset.UTC));
        return VersionCommand.check(updates, "0.1.0", Instant.EPOCH, terminal);
    }

    @Test
    void aNewerVersionIsToldWithItsChecksum() {
        assertThat(check()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        linkscope 0.1.0
                        Linkscope 0.2.0 came out on Nov 19, 2026. This is 0.1.0.
                        What is new: https://example.org/linkscope/notes
                        Download page: https://example.org/linkscope/download
                        SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  linkscope_0.2.0_amd64.deb
                        """);
        assertThat(err.size()).isZero();
    }

    @Test
    void eachAnswerHasItsCode() {
        updates.answer = new Answer.UpToDate(FakeUpdates.release("0.1.0"));
        assertThat(check()).isZero();
        assertThat(err.size()).isZero();
        updates.answer = new Answer.CannotTell(Statement.of("update.why.name", "example.org"));
        assertThat(check()).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("was not found", "internet");
        updates.answer = new Answer.NotGenuine("https://example.org");
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not signed by the makers");
    }

    private Said run(List<String> options, Path first, String... args) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        first + File.pathSeparator + System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "version"));
        command.addAll(List.of(args));
        File said = folder.resolve("out").toFile();
        File noted = folder.resolve("err").toFile();
        var builder =
                new ProcessBuilder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(said)
                        .redirectError(noted);
        builder.environment().put("LINKSCOPE_HOME", folder.resolve("home").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Said(
                process.exitValue(),
                Files.readString(said.toPath()),
                Files.readString(noted.toPath()));
    }

    private void settings(Instant newestSeen) throws Exception {
        Path file = folder.resolve("home/settings.json");
        Files.deleteIfExists(file);
        try (var store = new JsonSettingsStore(file, Wiring.CLOCK)) {
            store.save(
                    new Settings(List.of(FakeSnapshots.printer(NEVER)), "dark", NEVER)
                            .withPreferences(
                                    Preferences.USUAL.withUpdates(
                                            new UpdateChoice(false, null, newestSeen, "0.0.1"))));
        }
    }

    @Test
    void theProgramAsksOnlyWhenToldAndTellsNothingOfPrinters() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var key = new ReleaseKey();
        byte[] manifest =
                ReleaseKey.manifest(
                        "2026-11-20T10:00:00Z",
                        now.minusSeconds(3_600).toString(),
                        "2027-05-20T10:00:00Z",
                        now.plusSeconds(3_600).toString(),
                        "\"version\": \"0.2.0\"",
                        "\"version\": \"9.0.0\"");
        Path trusted = TestCertificates.writeAuthority(folder.resolve("trusted.p12"), "password");
        List<String> trusting =
                List.of(
                        "-Djavax.net.ssl.trustStore=" + trusted,
                        "-Djavax.net.ssl.trustStorePassword=password");
        try (var server = UpdateServer.secured("good")) {
            server.announces(manifest, key.sign(manifest));
            Path place = folder.resolve("classes/dev/linkscope/update/update.properties");
            Files.createDirectories(place.getParent());
            Files.writeString(
                    place,
                    "address="
                            + server.address("/release/linkscope.json")
                            + "\nkey="
                            + key.base64());
            settings(now.minusSeconds(7_200));
            Path classes = folder.resolve("classes");

            Said plain = run(trusting, classes);
            assertThat(plain.code()).isZero();
            assertThat(plain.out()).isEqualTo("linkscope " + Version.number() + "\n");
            assertThat(server.asked).isEmpty();

            Said newer = run(trusting, classes, "--check");
            assertThat(newer.code()).as(newer.err()).isEqualTo(1);
            assertThat(newer.out())
                    .contains("Linkscope 9.0.0 came out on")
                    .contains(
                            PlatformName.own().equals("linux-x64")
                                    ? "SHA-256 aaaa"
                                    : "https://example.org/linkscope/0.2.0");
            assertThat(server.asked).hasSize(2);
            assertThat(server.asked)
                    .allMatch(one -> !one.toString().contains(NEVER))
                    .allMatch(one ->
                            one.headers()
                                    .get("User-agent")
                                    .equals(List.of("Linkscope/" + Version.number())));

            settings(now.minusSeconds(60));
            Said replayed = run(trusting, classes, "--check");
            assertThat(replayed.code()).isEqualTo(3);
            assertThat(replayed.err()).contains("older than what was seen before");
        }
    }
}
