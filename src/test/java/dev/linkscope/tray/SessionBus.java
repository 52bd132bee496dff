package dev.linkscope.tray;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bus of its own for a test: a real {@code dbus-daemon} with its socket in a folder. */
final class SessionBus implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/dbus-daemon");

    private final Process daemon;
    final String address;

    SessionBus(Path folder) throws IOException {
        Path config = folder.resolve("bus.conf");
        Files.writeString(
                config,
                """
                <busconfig>
                  <type>session</type>
                  <listen>unix:path=%s</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """
                        .formatted(folder.resolve("bus")));
        daemon =
                new ProcessBuilder(
                                PROGRAM.toString(),
                                "--config-file=" + config,
                                "--nofork",
                                "--print-address=1")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var out =
                new BufferedReader(
                        new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        address = Objects.requireNonNull(out.readLine(), "the bus did not start");
    }

    /** Why there can be none here; null if there can. */
    static @Nullable String missing() {
        return Files.isExecutable(PROGRAM) ? null : PROGRAM + " is not installed";
    }

    @Override
    public void close() {
        daemon.destroy();
    }
}
