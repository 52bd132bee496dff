package dev.linkscope.octoprint;

import dev.linkscope.engine.port.Tunnel;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Dns;

/** Makes sockets that connect at the far end of a tunnel. */
final class TunnelSocketFactory extends SocketFactory {
    /**
     * Answers every name without asking anybody: the address says nothing, but it carries the name,
     * which the far end resolves.
     */
    static final Dns UNRESOLVED = host -> List.of(InetAddress.getByAddress(host, new byte[4]));

    private final Tunnel tunnel;

    TunnelSocketFactory(Tunnel tunnel) {
        this.tunnel = tunnel;
    }

    @Override
    public Socket createSocket() {
        return new TunnelledSocket(tunnel);
    }

    @Override
    public Socket createSocket(String host, int port) throws UnknownHostException, SocketException {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws SocketException {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws SocketException {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws SocketException {
        throw onlyUnconnected();
    }

    private static SocketException onlyUnconnected() {
        return new SocketException("this factory makes unconnected sockets");
    }
}
