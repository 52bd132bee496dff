package dev.linkscope.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linkscope.discovery.DnsPacket;
import dev.linkscope.discovery.LoopbackPi;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code discover} prints and returns, with printers on loopback. */
@Timeout(120)
class DiscoverCommandIT {
    private static final String OCTOPRINT = "_octoprint._tcp.local";

    @TempDir private Path home;

    private final String self = UUID.randomUUID().toString().substring(0, 8);

    private LoopbackPi pi() throws Exception {
        InetAddress address = InetAddress.ofLiteral("127.0.0.7");
        return new LoopbackPi(
                "127.0.0.7",
                List.of(
                        DnsPacket.service(
                                OCTOPRINT,
                                "OctoPrint instance \"Big \u001b[31m" + self + "\"",
                                "big-" + self + ".local",
                                address,
                                80,
                                "path=/",
                                "uuid=u-" + self,
                                "version=1.11.8",
                                "u=admin",
                                "p=s3cret"),
                        DnsPacket.service(
                                "_moonraker._tcp.local",
                                "Moonraker Instance on " + self,
                                "voron-" + self + ".local",
                                address,
                                7125,
                                "path=/")));
    }

    private JsonNode mine(JsonNode document, String host) {
        for (JsonNode found : document.path("found")) {
            if (found.path("host").asString().equals(host)) {
                return found;
            }
        }
        throw new AssertionError(host + " is not in " + document);
    }

    @Test
    void writesWhatItFindsAsJsonAlone() throws Exception {
        CommandRun run;
        try (var _ = pi()) {
            run =
                    CommandRun.of(
                            home, "discover", "--on", "127.0.0.1", "--for", "4s", "--json", "-");
        }
        assertThat(run.exitCode()).isZero();
        JsonNode document = run.json();
        assertThat(document.path("schemaVersion").asInt()).isEqualTo(1);
        JsonNode big = mine(document, "big-" + self + ".local");
        assertThat(big.propertyNames())
                .containsExactly(
                        "kind",
                        "name",
                        "host",
                        "addresses",
                        "port",
                        "path",
                        "uuid",
                        "version",
                        "target");
        assertThat(big.path("kind").asString()).isEqualTo("octoprint");
        assertThat(big.path("name").asString()).isEqualTo("Big [31m" + self);
        assertThat(big.path("addresses").path(0).asString()).isEqualTo("127.0.0.7");
        assertThat(big.path("port").asInt()).isEqualTo(80);
        assertThat(big.path("uuid").asString()).isEqualTo("u-" + self);
        assertThat(big.path("target").asString()).isEqualTo("big-" + self + ".local");
        JsonNode voron = mine(document, "voron-" + self + ".local");
        assertThat(voron.path("kind").asString()).isEqualTo("moonraker");
        assertThat(voron.path("uuid").isNull()).isTrue();
        assertThat(run.out() + run.err()).doesNotContain("s3cret", "admin");
    }

    @Test
    void printsATableAndWhatToDoNext() throws Exception {
        CommandRun run;
        try (var _ = pi()) {
            run = CommandRun.of(home, "discover", "--on", "127.0.0.1", "--for", "4s");
        }
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("NAME").doesNotContain("\u001b", "s3cret");
        assertThat(run.out().lines())
                .anySatisfy(line ->
                        assertThat(line)
                                .contains("big-" + self + ".local", "127.0.0.7", "OctoPrint")
                                .contains("1.11.8"));
        assertThat(run.err()).contains("linkscope diagnose pi@");
    }

    @Test
    void nothingFoundIsSaidWithWhatToDo() throws Exception {
        assumeTrue(
                NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null,
                "no IPv6 here");
        Path file = home.resolve("found.json");
        CommandRun run =
                CommandRun.of(
                        home, "discover", "--on", "::1", "--for", "500ms", "--json", file + "");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("No printer announced itself.", "same network", "linkscope diagnose pi@");
        assertThat(new JsonMapper().readTree(Files.readString(file)).path("found").isEmpty())
                .isTrue();
    }
}
