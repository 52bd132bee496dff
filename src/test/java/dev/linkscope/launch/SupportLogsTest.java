package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.port.KeyOverLink;
import dev.linkscope.engine.port.OctoPrintSignIn;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.SecretStore;
import dev.linkscope.engine.report.Enclosure;
import dev.linkscope.i18n.Messages;
import dev.linkscope.octoprint.RawServer;
import dev.linkscope.octoprint.RawServer.Answer;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log that support asks for, from a real SSH server, a web server and this computer. */
@Timeout(60)
class SupportLogsTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private static final String LINE = "2026-11-22 11:00:00,123 - octoprint.plugins.obico - WARN\n";

    @TempDir Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private <T extends AutoCloseable> T closing(T thing) {
        open.add(thing);
        return thing;
    }

    private static Printer printer(Target target, @Nullable RawServer octoPrint) {
        Printer printer =
                new Printer(
                        PrinterId.random(),
                        "Prusa",
                        target,
                        Printer.CLOUD,
                        null,
                        Printer.DEFAULT_CADENCE);
        return octoPrint == null ? printer : printer.withOctoPrint(octoPrint.url());
    }

    private SupportLogs logs() {
        SshLinks ssh =
                closing(
                        new SshLinks(
                                Wiring.ssh(folder.resolve("known_hosts"), false)
                                        .withTrustNewHostKeys(true)));
        var keys =
                new SecretStore() {
                    @Override
                    public boolean keeps() {
                        return true;
                    }

                    @Override
                    public Optional<char[]> find(String name) {
                        return Optional.of("0123456789ABCDEF0123456789ABCDEF".toCharArray());
                    }

                    @Override
                    public boolean keep(String name, char[] secret) {
                        return false;
                    }

                    @Override
                    public void forget(String name) {}
                };
        OctoPrintDesk desk =
                closing(
                        new OctoPrintDesk(
                                host -> List.of(),
                                (octoPrint, page) ->
                                        new OctoPrintSignIn.Outcome.Failed(Problem.UNREACHABLE),
                                new OctoPrintWays(ssh),
                                keys,
                                KeyOverLink.NONE));
        return new SupportLogs(ssh, desk, ENGLISH, folder.resolve("home"));
    }

    private Path log(String file, String text) throws IOException {
        Path log = folder.resolve("home").resolve(file);
        Files.createDirectories(log.getParent());
        return Files.writeString(log, text);
    }

    private Target.Ssh ssh() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        var setup =
                SshServerSetup.STANDARD.withEnvironment(
                        Map.of("HOME", folder.resolve("home").toString()));
        TestSshServer server = closing(TestSshServer.start(folder.resolve("sshd"), setup));
        return new Target.Ssh(
                server.host(), server.port(), server.user(), server.identity().toString());
    }

    private static String refusal(SupportLogs logs, Printer printer) {
        var refusal = catchThrowableOfType(IOException.class, () -> logs.logs(printer));
        assertThat(refusal).isNotNull();
        return String.valueOf(refusal.getMessage());
    }

    @Test
    void overSshTheNewestFiveMegabytesInWholeLines() throws Exception {
        Printer printer = printer(ssh(), null);
        log(".octoprint/logs/octoprint.log", "OLDEST\n" + LINE.repeat(120_000) + "newest\n");
        Enclosure log = logs().logs(printer).getFirst();
        assertThat(log.printer()).isEqualTo(printer.id());
        assertThat(log.name()).isEqualTo("octoprint.log");
        assertThat(log.text()).startsWith(LINE).endsWith("newest\n").doesNotContain("OLDEST");
        assertThat(log.text().length()).isBetween(4_900_000, SupportLogs.MOST_BYTES);
    }

    @Test
    void overSshTheLogOfKlipperWhereThereIsNoOctoPrint() throws Exception {
        Printer printer = printer(ssh(), null);
        log("printer_data/logs/moonraker-obico.log", LINE);
        assertThat(logs().logs(printer))
                .containsExactly(new Enclosure(printer.id(), "moonraker-obico.log", LINE));
    }

    @Test
    void withoutAnyLogItSaysWhereItLookedAndWhatToDo() throws Exception {
        assertThat(refusal(logs(), printer(ssh(), null)))
                .startsWith("The log of Prusa could not be fetched.")
                .contains("~/.octoprint/logs/octoprint.log")
                .contains("Sign in with OctoPrint");
    }

    @Test
    void whereSshFailsOctoPrintIsAsked() throws Exception {
        RawServer octoPrint =
                closing(new RawServer())
                        .at(
                                "/downloads/logs/octoprint.log",
                                Answer.text(
                                        "HTTP/1.1 206 Partial Content\r\nContent-Type:"
                                                + " text/plain\r\n\r\n"
                                                + LINE));
        Printer printer = printer(new Target.Ssh("127.0.0.1", 9, null, null), octoPrint);
        assertThat(logs().logs(printer))
                .containsExactly(new Enclosure(printer.id(), "octoprint.log", LINE));
        assertThat(octoPrint.requests().getFirst()).containsIgnoringCase("Range: bytes=-5000000");
    }

    @Test
    void aServerThatSendsTheWholeLogIsCutHere() throws Exception {
        byte[] whole =
                ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
                                + "OLDEST\n"
                                + LINE.repeat(150_000))
                        .getBytes(StandardCharsets.UTF_8);
        RawServer octoPrint =
                closing(new RawServer()).at("/downloads/logs/octoprint.log", Answer.bytes(whole));
        Printer printer = printer(new Target.OctoPrint(octoPrint.url()), null);
        String text = logs().logs(printer).getFirst().text();
        assertThat(text).startsWith(LINE).doesNotContain("OLDEST");
        assertThat(text.length()).isBetween(4_900_000, SupportLogs.MOST_BYTES);
    }

    @Test
    void whatOctoPrintRefusesIsSaid() throws Exception {
        RawServer octoPrint = closing(new RawServer());
        Printer printer = printer(new Target.OctoPrint(octoPrint.url()), null);
        assertThat(refusal(logs(), printer))
                .contains(ENGLISH.text("failure.octoprint.not_there", octoPrint.url().display()));
    }

    @Test
    void ofThisComputerItsOwnAndOfMadeUpOnesNone() throws Exception {
        log(".octoprint/logs/octoprint.log", LINE);
        Printer here = printer(new Target.Local(), null);
        assertThat(logs().logs(here))
                .containsExactly(new Enclosure(here.id(), "octoprint.log", LINE));
        assertThat(logs().logs(printer(new Target.Simulated("healthy"), null))).isEmpty();
        assertThat(logs().logs(printer(new Target.Recorded("host-1"), null))).isEmpty();
    }
}
