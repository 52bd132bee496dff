package dev.linkscope.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A webhook on loopback that answers as it is told. */
final class HookServer implements AutoCloseable {
    /** What was asked. */
    record Request(String method, String path, String authorization, String body) {}

    /** What to answer; a status of -1 answers nothing for a while. */
    record Answer(int status, String location, String body) {
        static Answer of(int status) {
            return new Answer(status, null, "");
        }
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile boolean ntfy;

    HookServer() throws IOException {
        this(HttpServer.create());
    }

    HookServer(HttpServer server) throws IOException {
        this.server = server;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers at its root as ntfy does. */
    HookServer asNtfy() {
        ntfy = true;
        return this;
    }

    HookServer then(Answer answer) {
        next.add(answer);
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        requests.add(
                new Request(
                        exchange.getRequestMethod(),
                        path,
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        body));
        Answer answer = next.poll();
        if (answer == null) {
            boolean root = path.equals("/");
            answer =
                    ntfy
                            ? new Answer(200, null, "{\"id\":\"x\",\"event\":\"message\"}")
                            : Answer.of(root ? 404 : 200);
        }
        if (answer.status() < 0) {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        if (answer.location() != null) {
            exchange.getResponseHeaders().add("Location", answer.location());
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
