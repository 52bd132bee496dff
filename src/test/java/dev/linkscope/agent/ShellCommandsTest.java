package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShellCommandsTest {
    @Test
    void writesLinesOfFields() {
        var request =
                Requests.of(
                        Requests.server("https://app.example/api/", Duration.ofSeconds(10), 0),
                        Requests.webcam("", Duration.ofMillis(2500), 24));
        assertThat(new String(ShellCommands.subscribe(request), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        subscribe\tid=s1\tlease=30000
                        probe\ttarget=server\tprobe=server.http\tcadence=10000\tdeadline=2000\
                        \tslots=0\turl=https://app.example/api/
                        probe\ttarget=webcam\tprobe=webcam.snapshot\tcadence=2500\tdeadline=2000\
                        \tslots=24\turl=
                        begin
                        """);
    }

    @Test
    void anAddressHoldsNothingThatAShellOrCurlReadsAnotherWay() {
        assertThat(ShellCommands.address(" http://u\"s\\r:p@ss@höst/a b\t\n\"#x "))
                .isEqualTo("http://u%22s%5Cr:p%40ss@h%C3%B6st/a%20b%09%0A%22#x");
        assertThat(ShellCommands.address("/webcam/?action=snapshot"))
                .isEqualTo("/webcam/?action=snapshot");
    }

    @Test
    void aTextStandsBetweenTheQuotesOfJson() {
        assertThat(ShellCommands.jsonText("a\"b\\c\td é"))
                .isEqualTo("a\\u0022b\\u005cc\\u0009d\\u0020\\u00e9");
    }

    @Test
    void theProgramIsSentWithoutComments() {
        assertThat(ShellPayload.program().lines())
                .noneMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))
                .last()
                .isEqualTo("engine | writer");
    }

    @Test
    void bothAgentsHaveOneVersion() {
        String version =
                ShellPayload.program()
                        .lines()
                        .filter(line -> line.contains("VERSION="))
                        .findFirst()
                        .orElse("");
        assertThat(AgentPayload.program())
                .contains("VERSION = '" + version.replaceAll(".*=", "") + "'");
    }
}
