package dev.linkscope.octoprint;

import dev.linkscope.engine.port.Tunnel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A socket that opens its connection through a tunnel when it is told where to. */
final class TunnelledSocket extends Socket {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Tunnel tunnel;
    private volatile @Nullable Socket opened;
    private volatile boolean closed;
    private volatile int readMillis;

    TunnelledSocket(Tunnel tunnel) {
        this.tunnel = tunnel;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (closed) {
            throw new SocketException("closed");
        }
        if (opened != null || !(endpoint instanceof InetSocketAddress place)) {
            throw new SocketException("cannot be connected");
        }
        Duration longest = timeout == 0 ? LONGEST : Duration.ofMillis(timeout);
        Socket socket = tunnel.connect(place.getHostString(), place.getPort(), longest);
        socket.setSoTimeout(readMillis);
        opened = socket;
        if (closed) {
            socket.close();
            throw new SocketException("closed");
        }
    }

    private Socket opened() throws SocketException {
        Socket socket = opened;
        if (socket == null || closed) {
            throw new SocketException(closed ? "closed" : "not connected");
        }
        return socket;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return opened().getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return opened().getOutputStream();
    }

    @Override
    public void shutdownInput() throws IOException {
        opened().shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        opened().shutdownOutput();
    }

    @Override
    public boolean isInputShutdown() {
        Socket socket = opened;
        return socket != null && socket.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        Socket socket = opened;
        return socket != null && socket.isOutputShutdown();
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        readMillis = timeout;
        Socket socket = opened;
        if (socket != null) {
            socket.setSoTimeout(timeout);
        }
    }

    @Override
    public int getSoTimeout() {
        return readMillis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // The far end decides.
    }

    @Override
    public @Nullable InetAddress getInetAddress() {
        Socket socket = opened;
        return socket == null ? null : socket.getInetAddress();
    }

    @Override
    public int getPort() {
        Socket socket = opened;
        return socket == null ? 0 : socket.getPort();
    }

    @Override
    public boolean isConnected() {
        return opened != null;
    }

    @Override
    public boolean isClosed() {
        Socket socket = opened;
        return closed || (socket != null && socket.isClosed());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Socket socket = opened;
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public String toString() {
        return "TunnelledSocket";
    }
}
