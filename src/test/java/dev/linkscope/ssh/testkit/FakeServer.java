package dev.linkscope.ssh.testkit;

import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that is not SSH: says something, or nothing, to whoever connects. */
public final class FakeServer implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();

    private FakeServer(Behaviour behaviour) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        NamedThreads.platform("fake-server", () -> serve(behaviour)).start();
    }

    /** What it does with a connection. */
    @FunctionalInterface
    interface Behaviour {
        void meet(Socket socket) throws IOException;
    }

    /** Accepts and says nothing. */
    public static FakeServer silent() throws IOException {
        return new FakeServer(socket -> {});
    }

    /** Says a text at once and closes. */
    public static FakeServer saying(String text) throws IOException {
        return new FakeServer(socket -> {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.close();
        });
    }

    /** Never stops talking. */
    public static FakeServer endless() throws IOException {
        return new FakeServer(socket -> {
            byte[] line = "a line of nothing\r\n".getBytes(StandardCharsets.US_ASCII);
            try {
                while (true) {
                    socket.getOutputStream().write(line);
                }
            } catch (IOException e) {
                // the other side had enough
            }
        });
    }

    /** Closes at once. */
    public static FakeServer closing() throws IOException {
        return new FakeServer(Socket::close);
    }

    /** Waits for a line, as web servers do, and answers that it is no request. */
    public static FakeServer web() throws IOException {
        return new FakeServer(socket -> {
            while (socket.getInputStream().read() != '\n') {
                // until the end of the line
            }
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 400 Bad Request\r\nServer: test\r\n\r\n<html>"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.close();
        });
    }

    private void serve(Behaviour behaviour) {
        try {
            while (true) {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                open.add(socket);
                behaviour.meet(socket);
            }
        } catch (IOException e) {
            // closed
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connections it has accepted. */
    public int accepted() {
        return accepted.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
