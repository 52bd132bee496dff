package dev.linkscope.witness;

import dev.linkscope.support.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that answers every request with the same bytes, or misbehaves. */
final class FaultyServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** What it does with a connection. */
    interface Behaviour {
        void serve(FaultyServer server, Socket client) throws Exception;
    }

    private FaultyServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    static FaultyServer plain(Behaviour behaviour) throws IOException {
        return new FaultyServer(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    /** With TLS and one of the certificates of the agent's tests. */
    static FaultyServer secured(String certificate, Behaviour behaviour) throws Exception {
        return new FaultyServer(
                TestCertificates.identity(certificate)
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                behaviour);
    }

    /** Reads the request and answers. */
    static Behaviour answering(String reply) {
        return (server, client) -> {
            server.readRequest(client);
            client.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            client.close();
        };
    }

    /** A whole reply with a length. */
    static String reply(String status, String type, String body) {
        return "HTTP/1.1 "
                + status
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
    }

    void readRequest(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        requests.add(head.toString());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                behaviour.serve(this, client);
                            } catch (Exception e) {
                                // The other side went away, which is its right.
                            }
                        });
            } catch (IOException e) {
                return;
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
