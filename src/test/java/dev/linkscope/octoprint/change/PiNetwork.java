package dev.linkscope.octoprint.change;

import dev.linkscope.engine.port.Tunnel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What listens where on a Pi, as servers on loopback with other ports: real sockets, but none of
 * this computer's own services.
 */
final class PiNetwork implements Tunnel {
    private final Map<String, Integer> places = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Something listens there, such as {@code 127.0.0.1:8080}. */
    PiNetwork listens(String place, int port) {
        places.put(place, port);
        return this;
    }

    /** The SSH server forwards nothing. */
    volatile boolean closed;

    /** Places that were connected to. */
    List<String> asked() {
        return asked;
    }

    @Override
    public Socket connect(String host, int port, Duration longest) throws IOException {
        if (closed) {
            throw new NoRouteToHostException("the server forwards nothing");
        }
        asked.add(host + ":" + port);
        Integer real = places.get(host + ":" + port);
        if (real == null) {
            throw new ConnectException("refused");
        }
        return new Socket(InetAddress.getLoopbackAddress(), real);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
