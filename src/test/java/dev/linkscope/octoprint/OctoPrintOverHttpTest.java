package dev.linkscope.octoprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.OctoPrintFinder.Found;
import dev.linkscope.engine.port.OctoPrintFinder.State;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded replies of OctoPrint 1.11 and of the proxy of OctoPi, served as they were. */
@Timeout(30)
class OctoPrintOverHttpTest {

    @ParameterizedTest
    @CsvSource({
        "appkeys-01-probe.http, RUNNING",
        "op111-startup-intermediary-2.raw, STARTING",
        "op111-startup-root-2.raw, STARTING",
        "haproxy-octoprint-down-503.first-bytes.bin, DOWN"
    })
    void knowsWhatOctoPrintIsDoing(String recording, State expected) throws Exception {
        try (var server = serve(recording)) {
            assertThat(find(server))
                    .contains(new Found("http://127.0.0.1:" + server.getLocalPort(), expected));
        }
    }

    @Test
    void aProxyWithoutOctoPrintIsNoOctoPrint() throws Exception {
        try (var server = serve("haproxy-octoprint-restart-2.raw")) {
            assertThat(find(server)).isEmpty();
        }
    }

    @Test
    void nothingThereIsNoError() throws Exception {
        int free;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = server.getLocalPort();
        }
        assertThat(new OctoPrintOverHttp(List.of(free)).find("127.0.0.1")).isEmpty();
    }

    private static Optional<Found> find(ServerSocket server) {
        return new OctoPrintOverHttp(List.of(server.getLocalPort())).find("127.0.0.1");
    }

    private static byte[] recorded(String recording) throws IOException {
        try (InputStream in =
                OctoPrintOverHttpTest.class.getResourceAsStream(
                        "/recorded/octoprint/" + recording)) {
            return in.readAllBytes();
        }
    }

    /**
     * A server that answers with the bytes of a recording, and on its front page that it is
     * starting.
     */
    private static ServerSocket serve(String recording) throws IOException {
        byte[] reply = recorded(recording);
        byte[] frontPage = recorded("op111-startup-root-2.raw");
        var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(() -> {
                    while (!server.isClosed()) {
                        answer(server, reply, frontPage);
                    }
                });
        return server;
    }

    private static void answer(ServerSocket server, byte[] reply, byte[] frontPage) {
        try (Socket socket = server.accept()) {
            byte[] head = new byte[4_096];
            int length = Math.max(0, socket.getInputStream().read(head));
            String request = new String(head, 0, length, StandardCharsets.US_ASCII);
            socket.getOutputStream().write(request.startsWith("GET / ") ? frontPage : reply);
        } catch (IOException e) {
            // Closed, or the client hung up and the next one may come.
        }
    }
}
