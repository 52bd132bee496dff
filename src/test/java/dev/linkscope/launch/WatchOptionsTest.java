package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class WatchOptionsTest {
    private static final String SECRET = "https://ntfy.example/s3cret-topic";

    @TempDir private Path folder;

    @Command(name = "watch")
    static final class Options {
        @Mixin ListenOptions listen;
        @Mixin DeliveryOptions delivery;
    }

    private static Options parse(String... words) {
        var options = new Options();
        new CommandLine(options).parseArgs(words);
        return options;
    }

    private Path file(String name, String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void assertWrong(String saying, Runnable reading) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(reading::run)
                .withMessageContaining(saying);
    }

    @ParameterizedTest
    @CsvSource({
        "9900, 127.0.0.1:9900",
        "localhost:9900, 127.0.0.1:9900",
        "127.0.0.2:0, 127.0.0.2:0",
        "[::1]:9900, 0:0:0:0:0:0:0:1:9900"
    })
    void listensOnThisComputer(String text, String expected) {
        var access = parse("--listen", text).listen.access();
        assertThat(
                        access.address().getAddress().getHostAddress()
                                + ":"
                                + access.address().getPort())
                .isEqualTo(expected);
        assertThat(access.protection()).isNull();
    }

    @Test
    void usuallyListensOnItsOwnPortAndNotAtAllIfAskedTo() {
        assertThat(parse().listen.access().address().getPort()).isEqualTo(9817);
        assertThat(parse("--no-listen").listen.access()).isNull();
        assertWrong("--no-listen", () -> parse("--no-listen", "--listen", "1").listen.access());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "127.0.0.1:", "127.0.0.1:70000", "a b:1", "::1:80", "-1"})
    void whatIsNoAddressIsSaid(String text) {
        assertWrong("Write it like", () -> parse("--listen=" + text).listen.access());
    }

    @Test
    void beyondThisComputerEverythingIsNeeded() throws IOException {
        Path token = file("token", "0123456789abcdef\n", "rw-------");
        Path pem = file("pem", "", "rw-------");
        assertWrong("can be reached", () -> parse("--listen", "0.0.0.0:1").listen.access());
        assertWrong(
                "all three",
                () -> parse("--listen", "0.0.0.0:1", "--tls-cert", "" + pem).listen.access());
        String[] all = {
            "--listen",
            "0.0.0.0:1",
            "--tls-cert",
            "" + pem,
            "--tls-key",
            "" + pem,
            "--token-file",
            "" + token
        };
        var access = parse(all).listen.access();
        assertThat(access.protection().token()).isEqualTo("0123456789abcdef");
        file("token", "0123456789abcdef\n", "rw-r-----");
        assertWrong("chmod 600", () -> parse(all).listen.access());
        file("token", "short\n", "rw-------");
        assertWrong("at least 16", () -> parse(all).listen.access());
    }

    @Test
    void theWebhookIsAFileThatNobodyElseReads() throws IOException {
        Path file = file("hook", SECRET + "\nmore\n", "rw-------");
        var delivery = parse("--webhook-file", "" + file).delivery.delivery();
        assertThat(delivery.webhook()).isEqualTo(new TargetUrl(SECRET));
        assertThat(delivery.toString()).doesNotContain("s3cret");
        assertThat(delivery.over(Alerts.USUAL).webhook().value()).isEqualTo("https://ntfy.example");
        file("hook", SECRET, "rw-r--r--");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parse("--webhook-file", "" + file).delivery.delivery())
                .withMessageContaining("chmod 600")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
        file("hook", "s3cret", "rw-------");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parse("--webhook-file", "" + file).delivery.delivery())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void whatIsAskedForStandsInPlaceOfTheSettings() {
        var usual =
                new Alerts(
                        true,
                        new Alerts.QuietHours(LocalTime.of(1, 0), LocalTime.of(2, 0)),
                        null,
                        List.of("beep"),
                        java.util.Map.of());
        Alerts kept = parse().delivery.delivery().over(usual);
        assertThat(kept.desktop()).isFalse();
        assertThat(kept.command()).containsExactly("beep");
        assertThat(kept.quiet()).isEqualTo(usual.quiet());
        Alerts asked =
                parse("--command", "notify", "now", "--quiet-hours", "22:00-07:00")
                        .delivery
                        .delivery()
                        .over(usual);
        assertThat(asked.command()).containsExactly("notify", "now");
        assertThat(asked.quiet().contains(LocalTime.of(23, 0))).isTrue();
        assertThat(asked.quiet().contains(LocalTime.of(12, 0))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22-7", "22:00", "25:00-07:00", "07:00-07:00", "a-b-c", ""})
    void whatIsNoSpanIsSaid(String text) {
        assertWrong("22:00-07:00", () -> parse("--quiet-hours=" + text).delivery.delivery());
    }

    @Test
    void aProgramThatIsNotThereIsSaid() {
        assertWrong("no program", () -> parse("--command", "/nonexistent/x").delivery.delivery());
    }
}
