package dev.linkscope.ssh;

import dev.linkscope.engine.port.Tunnel;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Sockets opened by the SSH server of a Pi. Its connection is its own, as sockets that are read
 * slowly hold up all others of their connection.
 */
final class SshTunnel implements Tunnel {
    private final SshConnection connection;

    SshTunnel(SshConnection connection) {
        this.connection = connection;
    }

    @Override
    public Socket connect(String host, int port, Duration longest) throws IOException {
        return connection.socket(host, port, longest);
    }

    @Override
    public void close() {
        connection.cut();
    }
}
