package dev.linkscope.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class RouterProbeTest {
    /** A listener that takes nobody more: its queue is full, so that the kernel stays silent. */
    private static final class BlackHole implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 1, Looks.HERE);
        private final List<Socket> waiting = new ArrayList<>();

        BlackHole() throws Exception {
            for (int i = 0; i < 8; i++) {
                var socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(listener.getLocalSocketAddress(), 200);
                } catch (SocketTimeoutException e) {
                    return;
                }
            }
            throw new IllegalStateException("the queue did not fill");
        }

        int port() {
            return listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : waiting) {
                socket.close();
            }
            listener.close();
        }
    }

    private static int unusedPort() throws Exception {
        try (var free = new ServerSocket(0, 1, Looks.HERE)) {
            return free.getLocalPort();
        }
    }

    @Test
    void takenOrRefusedIsAlive() throws Exception {
        try (var open = new ServerSocket(0, 1, Looks.HERE)) {
            assertThat(Looks.at(new RouterProbe(Looks.HERE, List.of(open.getLocalPort()))))
                    .isEqualTo("ok");
        }
        assertThat(Looks.at(new RouterProbe(Looks.HERE, List.of(unusedPort())))).isEqualTo("ok");
    }

    @Test
    void silenceAtAllPortsIsAFailureWithinTheDeadline() throws Exception {
        try (var hole = new BlackHole();
                var other = new BlackHole()) {
            long begun = System.nanoTime();
            assertThat(Looks.at(new RouterProbe(Looks.HERE, List.of(hole.port(), other.port()))))
                    .isEqualTo("connect.timeout");
            assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
        }
    }

    @Test
    void thePortThatAnsweredComesFirstNextTime() throws Exception {
        try (var hole = new BlackHole()) {
            var probe = new RouterProbe(Looks.HERE, List.of(hole.port(), unusedPort()));
            assertThat(Looks.at(probe)).isEqualTo("ok");
            long begun = System.nanoTime();
            assertThat(Looks.at(probe)).isEqualTo("ok");
            assertThat(System.nanoTime() - begun).isLessThan(Looks.DEADLINE.toNanos() * 2 / 5);
        }
    }

    @Test
    void aReferenceHasToTakeTheConnection() throws Exception {
        try (var open = new ServerSocket()) {
            open.bind(new InetSocketAddress(Looks.HERE, 0));
            assertThat(Looks.at(new ReferenceProbe(Looks.HERE, open.getLocalPort())))
                    .isEqualTo("ok");
        }
        assertThat(Looks.at(new ReferenceProbe(Looks.HERE, unusedPort())))
                .isEqualTo("connect.refused");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.1, true",
        "10.0.0.138, true",
        "172.31.0.1, true",
        "fd12::1, true",
        "172.32.0.1, false",
        "100.64.0.1, false",
        "127.0.0.1, false",
        "8.8.8.8, false",
        "fe80::1, false",
        "2001:db8::1, false"
    })
    void onlyPrivateAddressesAreRouters(String address, boolean expected) {
        assertThat(Surroundings.isPrivate(InetAddress.ofLiteral(address))).isEqualTo(expected);
    }
}
