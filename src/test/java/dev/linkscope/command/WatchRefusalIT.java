package dev.linkscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What keeps {@code watch} from beginning. */
@Timeout(60)
class WatchRefusalIT {
    @TempDir private Path home;

    private Path farm(String lines) throws IOException {
        return Files.writeString(home.resolve("farm.csv"), lines);
    }

    @Test
    void saysWhyItCannotBegin() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun port =
                    CommandRun.of(
                            home,
                            "watch",
                            "--farm",
                            farm("local\n").toString(),
                            "--listen",
                            String.valueOf(taken.getLocalPort()));
            assertThat(port.exitCode()).isEqualTo(3);
            assertThat(port.err()).contains("is taken", "--listen").doesNotContain("Exception");
            assertThat(port.out()).isEmpty();
        }
        CommandRun open =
                CommandRun.of(
                        home,
                        "watch",
                        "--farm",
                        farm("local\n").toString(),
                        "--listen",
                        "0.0.0.0:0");
        assertThat(open.exitCode()).isEqualTo(64);
        assertThat(open.err()).contains("--tls-cert").doesNotContain("Exception");
        CommandRun nobody = CommandRun.of(home, "watch", "--no-listen");
        assertThat(nobody.exitCode()).isEqualTo(3);
        assertThat(nobody.err()).contains("no printer to watch", "--farm");
        assertThat(nobody.out()).isEmpty();
    }
}
