import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.nio.file.Path;

/**
 * Where the window is shown while it is rehearsed: a screen in memory (Xvfb) where there is one, so
 * that the toolkit's own classes for this desktop are used; else its platform without a screen.
 */
final class Screen implements AutoCloseable {
    private final Process server;
    private final String display;

    private Screen(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    static Screen open() throws IOException {
        Optional<Path> xvfb = Tool.onPath("Xvfb");
        if (xvfb.isEmpty()) {
            System.out.println("No Xvfb: the window is rehearsed without a screen.");
            return new Screen(null, "none");
        }
        Process server =
                new ProcessBuilder(
                                List.of(
                                        xvfb.get().toString(),
                                        "-displayfd",
                                        "1",
                                        "-screen",
                                        "0",
                                        "1600x1000x24",
                                        "-nolisten",
                                        "tcp"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var said =
                new BufferedReader(
                        new InputStreamReader(
                                server.getInputStream(), StandardCharsets.US_ASCII));
        String number = said.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return new Screen(server, ":" + number.strip());
    }

    Map<String, String> environment() {
        return Map.of("DISPLAY", display, "WAYLAND_DISPLAY", "");
    }

    String javaOptions() {
        return server == null ? "-Dglass.platform=Headless -Dprism.order=sw" : "";
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
